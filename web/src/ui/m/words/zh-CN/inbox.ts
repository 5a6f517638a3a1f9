/** What somebody was told. */
export const inbox = {
  inbox: {
    title: '消息',
    unread: '{count} 条未读',
    reds: '{count} 条紧急',
    allRead: '全部已读',
    readAll: '全部已读',
    didRead: '标为已读',
    didReadAll: '{count} 条标为已读',
    undo: '撤销',
    read: '已读：{what}',
    standing: '还要人处理',
    standingHint: '现场的人确认、处置、关闭以后，就不再排在最前。',
    older: '看更早的',
    end: '只留 90 天',
    empty: '还没有消息',
    emptyHint: '要您签批、验票、停工，或作业有变化，都会发到这里。',
    urgent: '紧急',
    offline: '现在离线，没有记成已读。连上网再按。',
  },
  day: { today: '今天', yesterday: '昨天' },
} as const

/** The band on every screen while an outage goes on. */
export const outageZhCN = {
  outageBand: {
    lead: '停机模式',
    whole: '全厂',
    since: '{time} 起',
    only: '只用停机票',
    until: '预计 {time} 恢复',
    over: '预计 {time} 恢复，已超时',
    act: '已过预计恢复时间 {time}：请延长，或填实际结束时间',
  },
} as const

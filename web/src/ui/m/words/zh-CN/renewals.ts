/** 我的证照: what of one's own papers ends, what to bring, an appointment. */
export const renewals = {
  renewal: {
    title: '证照到期',
    none: '没有快到期的证照',
    noneHint: '到期前 90 天起在这里提醒。',
    days: '还有 {days} 天到期',
    today: '今天最后一天',
    ended: '已过期 {days} 天，不能上岗作业',
    until: '最后一天 {day}',
    bring: '准备材料',
    booked: '已预约',
    book: '登记预约',
    change: '改预约',
    unbook: '取消预约',
    on: '日期',
    place: '地点',
    keep: '保存',
    cancel: '返回',
    quiet: '预约日之前不再反复提醒。证照到期后仍不能上岗作业。',
    late: '预约在到期之后',
    clause: '依据：{clause}',
  },
} as const

/** 门禁: whom gates let in by a permit, on its card. */
export const passesZhCN = {
  passes: {
    title: '门禁',
    count: '{people}/{known} 人已放行',
    none: '没有门禁通到这里，或还没到放行时间',
    noneStep: '作业票签发后，开始前一小时起自动放行；结束、暂停即收回。出口不受限制。',
    out: '出口始终放行',
    until: '{gate} · 到 {time}',
    state: {
      asked: '待下发',
      in: '已放行',
      late: '门禁未执行',
      revoking: '正在收回',
      revoke_late: '未能收回',
      revoked: '已收回',
    },
    why: {
      time: '时间未到',
      paused: '作业已暂停',
      frozen: '区域停工',
      person: '人员冻结或离开',
      barred: '因禁忌或限制不得从事此作业',
      certificate: '证书不合格',
      ended: '作业票结束',
      off_permit: '已不在票上',
      out_of_service: '门禁停用',
    },
  },
}

/** 企业规则: what a company asks for beyond the standards. */
export const siteRules = {
  title: '企业规则',
  about: '标准的要求一条不少，这里只往上加。启用或停用只管以后提交的作业票，在办的票还按原来的规则。',
  first: '先把资料登记全再启用：登记不全，以后提交的票会被拦。',
  on: '在用',
  off: '没有启用',
  other: '在用的不是现在这一版',
  asked: '{steps}时要求：{rule}',
  watched: '作业中盯着，不满足就停工：{rule}',
  at: { sign_stage: '签批', start: '开工', resume: '复工' },
  take: '启用',
  renew: '换成这一版',
  drop: '停用',
  reason: '理由或文号',
  keep: '不改了',
  mayNot: '由安全管理人员启用和停用。',
} as const

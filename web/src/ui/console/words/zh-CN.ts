/** Words of the console, Chinese first. */
export const zhCN = {
  start: { title: '总览', hint: '全厂作业票、审批与报警。' },
} as const

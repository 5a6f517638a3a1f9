/** Words of the phone, Chinese first. */
export const zhCN = {
  start: { title: '现场作业', hint: '作业能不能继续,先看这里。' },
} as const

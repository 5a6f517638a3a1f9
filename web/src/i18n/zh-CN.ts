/** Words both apps use, in the language Davy is written in. Each app keeps its own in ui/<app>/words. */
export const zhCN = {
  product: 'Davy 特种作业管理系统',
  server: {
    answering: '服务器连接正常',
    silent: '连不上服务器。请检查网络,数据不会丢失。',
    asking: '正在连接服务器…',
    again: '重新连接',
  },
  language: { label: '语言', 'zh-CN': '中文', en: 'English' },
} as const

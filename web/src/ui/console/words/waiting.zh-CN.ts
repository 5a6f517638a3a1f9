/** While something loads, when it does not come, and when something is taken back. */
export const waiting = {
  waiting: { loading: '正在打开…', again: '再试一次', kept: '您填的内容还在。', removed: '已删除：{what}', undo: '撤销' },
  help: {
    open: '帮助',
    title: '帮助 · {room}',
    search: '在帮助里找',
    what: '这里做什么',
    tasks: '最常做的三件事',
    keys: '这个页面的按键',
    noKeys: '这个页面没有专门的按键。',
    clause: '依据',
    terms: '名词',
    others: '其他页面',
    nothing: '帮助里没有找到“{words}”。换个说法，或者问安全管理人员。',
    close: '关闭帮助',
  },
} as const

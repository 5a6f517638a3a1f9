/** What the screens of preparing and starting say beside their steps. */
export const prepare = {
  prepare: {
    answerFirst: '先选存在或不存在',
    left: '还有 {count} 项没看',
    gas: {
      meter: '仪器读数',
      value: '的读数',
      tap: '点这里输入',
      last: '上一轮',
      sampledAt: '{time} 取样',
      other: '换算由服务器做，照仪器显示输入',
      photoFirst: '先拍仪器读数',
      evacuate: '有一项不合格：作业已被停下，人员撤离',
      again: '重测这个部位',
      judged: '服务器判定',
      closeRound: '本轮还差 {count} 个部位',
    },
    start: {
      stands: '现在不能开工',
      ready: '条件齐了',
      sureScan: '先扫作业点的码',
      position: '等定位',
    },
    sign: {
      gas: '气体',
      people: '人员',
      evidenceOf: '{name}：{value}',
      later: '签批按顺序来，现在轮到“{title}”',
      returned: '写明原因',
      more: '其他决定',
      photo: '照片',
    },
  },
} as const

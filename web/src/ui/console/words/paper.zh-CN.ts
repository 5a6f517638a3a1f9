/** Paper beside the electronic permit. */
export const paperZhCN = {
  title: '纸质票',
  note: '每次打印都编号登记，以电子票为准',
  print: '打印第 1 张',
  again: '重新打印',
  calledIn: '重新打印后，第 {n} 张作废，要收回。',
  copy: '查看件（不编号，不得带到现场）',
  number: '第 {n} 张',
  replaced: '已被第 {n} 张代替',
  and: '；',
  open: '打开',
  nothing: '还没有打印过。现场要用纸，点“打印第 1 张”。',
} as const

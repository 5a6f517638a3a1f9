/** Values and checks beside gas: pressure, material, figures of a trial run. */
export const records = {
  recordStep: {
    title: '记录数值',
    hint: '看表读数，照实填。超了也要填，系统会叫停。',
    due: {
      before_sign: '签批前',
      before_start: '开工前',
      during: '作业中',
      before_accept: '验收前',
    },
    every: '每 {minutes} 分钟',
    limits: { both: '合格 {least}~{most} {unit}', most: '不超过 {most} {unit}', least: '不小于 {least} {unit}' },
    value: '读数（{unit}）',
    good: '合格',
    notGood: '不合格',
    none: '还没有记录',
    last: '{time} · {value}',
    again: '下次 {time} 前',
    photo: '现场照片',
    photoDue: '须拍照',
    photoFirst: '先拍照',
    valueFirst: '先填读数',
    answerFirst: '先选合格或不合格',
    record: '记录“{what}”',
    notNow: '现在不用记',
    nothing: '这张票现在没有要记录的数值',
  },
} as const

/** Paper beside the electronic permit. */
export const paper = {
  paper: {
    unknown: '没有打印过这一号，这张纸不能用',
    copy: '这是查看件，没有登记，不得凭它作业',
    notKnown: '连不上服务器，不知道这张纸还作不作数',
    number: '第 {n} 张 · {time} {name} 打印',
    replaced: '已被第 {n} 张代替',
    takeAway: '收回这张纸，看下面的电子票。',
  },
} as const

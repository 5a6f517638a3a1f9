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
  terminal: {
    zoneUnknown: '防爆分区不明，按防爆区对待',
    fit: '本机有防爆标志 {mark}，可以用',
    plain: '这部手机没有防爆标志，别在里面用',
    stranger: '这里只收防爆终端，这部手机没有登记',
    hint: '没有防爆标志的手机别在里面用',
    remedy: '拍照、扫码、录音、连检测仪在安全区做，或者用防爆终端。叫停随时可以按。',
  },
} as const

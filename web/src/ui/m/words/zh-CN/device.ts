/** 现场设备 in the hand. */
export const device = {
  device: {
    title: '现场设备',
    serves: '现在用在',
    which: '用在哪张票',
    point: '放在哪个检测点',
    bind: '用到这张票上',
    wear: '我来佩戴',
    release: '收回，不再用',
    releaseHint: '作业还在进行时收回，靠它监护的票会暂停。',
    noPermits: '您没有已签发或正在作业的票。',
    offline: '现在离线。绑定和收回要连上网再做。',
    unknown: '没有这台设备，或不是本企业的。',
  },
}

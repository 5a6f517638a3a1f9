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
    noPermits: '您没有审批中、已签发或正在作业的票。',
    offline: '现在离线。绑定和收回要连上网再做。',
    unknown: '没有这台设备，或不是本企业的。',
  },
  take: {
    title: '绑定的检测仪',
    take: '用这台的读数',
    old: '读数已过 {seconds} 秒，等它上传',
    never: '绑定后还没有读数，等它上传',
    ago: '{seconds} 秒前',
    elsewhere: '别的部位：',
    none: '这个部位没有绑定检测仪。',
    bind: '扫码绑定',
    offline: '现在离线，取不到检测仪的读数。手工录入并拍照，同样有效，联网后自动上传。',
    offlineUnsigned: '现在离线，取不到检测仪的读数。这部手机没有登记，手工录入也要到有信号处。',
    failed: '读不到绑定的检测仪。可以手工录入并拍照，同样有效。',
  },
}

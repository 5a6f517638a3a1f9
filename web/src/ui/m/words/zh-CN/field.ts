/** What the instruments of the field say: meter, microphone, tag, position. */
export const field = {
  meter: {
    connect: '连接蓝牙检测仪',
    connecting: '正在连接…',
    hint: '仪器须支持公开协议；连不上就照显示输入并拍照，两种做法同样有效',
    on: '已连接 {instrument}',
    nameless: '检测仪',
    off: '断开',
    silent: '没有数据',
    take: '取这组读数',
    nothing: '还没有可取的读数',
    taken: '仪器传入',
    typed: '手工录入',
    lost: '仪器断开了。靠近仪器再连，或照显示输入',
    failed: '连不上这台仪器，或它不支持公开协议。照显示输入并拍照',
    trouble: {
      fault: '传感器故障',
      range: '超出量程',
      calibration: '校准过期',
      warming: '正在预热',
      below_zero: '低于零点，先调零',
      unreadable: '数据读不懂',
    },
  },
} as const

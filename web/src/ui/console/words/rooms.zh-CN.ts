/** The rooms of the console, as the rail names them. */
export const rooms = {
  room: {
    overview: '总览',
    permits: '作业',
    approvals: '审批',
    planning: '计划',
    isolations: '隔离',
    schemes: '作业方案',
    outages: '停机票',
    alarms: '报警',
    emergencies: '应急',
    instruments: '现场设备',
    inbox: '消息',
    people: '人员',
    places: '场所',
    statistics: '统计',
    archive: '档案',
    inspect: '核查',
    settings: '设置',
  },
} as const

/** Words of the list of permits. */
export const list = {
  list: {
    more: '更多筛选',
    any: '不限',
    level: '级别',
    unit: '单位',
    firm: '承包商',
    person: '人员',
    personHint: '输入姓名或工号',
    point: '作业点',
    equipment: '设备',
    area: '区域',
    type: '类型',
    order: '计划或工单',
    days: '作业时间',
    since: '从哪天',
    until: '到哪天',
    narrowed: '已选的筛选条件',
    takeOff: '去掉 {name}',
    unknown: '已不在册',
    find: '在列表里找',
  },
}

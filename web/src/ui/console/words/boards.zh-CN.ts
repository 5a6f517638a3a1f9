/** Words of the plan and of the wall board, Chinese first. */
import { mapZhCN } from './map.zh-CN'
import { wallZhCN } from './wall.zh-CN'

export const boards = { map: mapZhCN, wall: wallZhCN }

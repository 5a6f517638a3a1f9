/** Words of the plan and of the wall board, in English. */
import { mapEn } from './map.en'
import { wallEn } from './wall.en'

export const boards = { map: mapEn, wall: wallEn }

import { own } from './build/own.ts'

export default own('console')

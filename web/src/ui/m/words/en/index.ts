import type { Words } from '@/i18n/words'
import type { zhCN } from '@/ui/m/words/zh-CN'
import { alarms } from './alarms'
import { card } from './card'
import { closing } from './closing'
import { device } from './device'
import { field } from './field'
import { inbox } from './inbox'
import { isolations } from './isolations'
import { looking } from './looking'
import { outage } from './outage'
import { paper } from './paper'
import { kiosk } from './kiosk'
import { places } from './places'
import { prepare } from './prepare'
import { records } from './records'
import { points } from './points'
import { renewals } from './renewals'
import { request } from './request'
import { route } from './route'
import { schemes } from './schemes'
import { shell } from './shell'
import { signing } from './signing'
import { steps } from './steps'
import { stopping } from './stopping'

export const en: Words<typeof zhCN> = {
  ...shell,
  ...paper,
  ...outage,
  ...places,
  ...points,
  ...renewals,
  ...request,
  ...card,
  ...prepare,
  ...steps,
  ...signing,
  ...stopping,
  ...closing,
  ...alarms,
  ...records,
  ...route,
  ...device,
  ...field,
  ...inbox,
  ...isolations,
  ...schemes,
  ...kiosk,
  ...looking,
}

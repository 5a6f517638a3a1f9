/** What makes a browser a shared terminal: its key, which cannot be taken out, and its name at the site. */
import { Dexie } from 'dexie'
import type { EntityTable } from 'dexie'
import { prefer, preference } from '@/store/preferences'

export interface OwnKiosk {
  readonly name: 'own'
  readonly id: string
  readonly company: string
  readonly title: string
  readonly key: CryptoKeyPair
}

class KioskStore extends Dexie {
  declare readonly own: EntityTable<OwnKiosk, 'name'>

  constructor() {
    super('davy-kiosk', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ own: '&name' })
  }
}

/** Known before any storage is opened: a phone never opens this one. */
export const isKiosk = (): boolean => preference('kiosk') === 'yes'

export async function ownKiosk(): Promise<OwnKiosk | null> {
  if (!isKiosk()) return null
  const store = new KioskStore()
  try {
    return (await store.own.get('own')) ?? null
  } catch {
    return null
  } finally {
    store.close()
  }
}

/** Throws where the browser keeps nothing: then it is no terminal. */
export async function keepKiosk(made: OwnKiosk): Promise<void> {
  const store = new KioskStore()
  await store.own.put(made)
  store.close()
  prefer('kiosk', 'yes')
}

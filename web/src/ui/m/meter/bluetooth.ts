/** As much of Web Bluetooth as Davy uses; TypeScript's own library does not know it. */

export interface Characteristic extends EventTarget {
  readonly value?: DataView
  readonly properties: { readonly read: boolean; readonly notify: boolean }
  readValue(): Promise<DataView>
  startNotifications(): Promise<unknown>
}

export interface Service {
  getCharacteristic(uuid: string): Promise<Characteristic>
}

interface Server {
  connect(): Promise<Server>
  disconnect(): void
  getPrimaryService(uuid: string): Promise<Service>
}

export interface Device extends EventTarget {
  readonly name?: string
  readonly gatt?: Server
}

interface Bluetooth {
  requestDevice(options: {
    readonly filters: readonly { readonly services: readonly string[] }[]
  }): Promise<Device>
}

/** Null where the browser has none: iPhones, the web views of WeChat and DingTalk, pages without HTTPS. */
export const bluetooth = (): Bluetooth | null => (navigator as { bluetooth?: Bluetooth }).bluetooth ?? null

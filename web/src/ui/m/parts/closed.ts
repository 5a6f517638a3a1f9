/** How what stands inside a step tells its frame that the step is closed. */
import type { InjectionKey, Ref } from 'vue'

export const CLOSED: InjectionKey<Ref<boolean>> = Symbol('closed')

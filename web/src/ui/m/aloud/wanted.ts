/** Whether this phone's person wants to be read to. */
import { ref } from 'vue'
import { prefer, preference } from '@/store/preferences'

export const wanted = ref(preference('aloud') === '1')

export function want(on: boolean): void {
  wanted.value = on
  prefer('aloud', on ? '1' : '0')
}

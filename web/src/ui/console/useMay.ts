/** Whether the account has a right such as `calendar.write`. The server asks again. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useSession } from '@/ui/shared/session'

export function useMay(right: string): ComputedRef<boolean> {
  const session = useSession()
  return computed(() => session.session?.may?.includes(right) ?? false)
}

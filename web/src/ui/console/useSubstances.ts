/** Names of substances; a code without one is shown as it is. */
import { computed } from 'vue'
import { readSubstances } from '@/sync/registers'
import { useAsked } from '@/ui/console/useAsked'
import { useSay } from '@/ui/shared/useSay'

export function useSubstances(): (code: string) => string {
  const say = useSay()
  const asked = useAsked(readSubstances)
  const names = computed(() => new Map((asked.data.value ?? []).map((each) => [each.code, each])))
  return (code) => say(names.value.get(code) ?? code)
}

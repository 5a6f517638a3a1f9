/** Which level the reader's own signature at this step needs, and why. */
import type { Permit } from '@/core/types'
import { useSignWhy } from '@/ui/shared/useSignWhy'

export function useWhySign(): (permit: Permit, command: string) => string {
  const words = useSignWhy()
  return ({ type, mine }, command) => words(type, mine.signs[command] ?? 1, mine.whys[command])
}

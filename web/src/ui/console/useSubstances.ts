/** Names of substances; a code without one is shown as it is. */
import { useSubstanceNames } from '@/ui/shared/useSubstanceNames'

export const useSubstances = (): ((code: string) => string) => useSubstanceNames().nameOf

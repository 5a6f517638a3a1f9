import { startPhone } from '@/ui/m/app'

startPhone('#app')

import { startConsole } from '@/ui/console/app'

startConsole('#app')

/** The addresses of the console, all below /console/. */
import { createRouter, createWebHistory } from 'vue-router'
import { heard } from '@/sync/link'
import { sooner } from '@/sync/sooner'

const PATIENCE_MS = 15_000

/** A room whose code does not come tells that the server does not answer, and who wanted it stays where he is; the
    next press asks anew. */
const room =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const found = await sooner(load().catch(() => null), PATIENCE_MS)
    if (found !== null) return found
    heard(false)
    throw new Error('the code of this room did not come')
  }

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', name: 'overview', component: room(() => import('./pages/OverviewPage.vue')) },
    { path: '/map', name: 'map', component: room(() => import('./pages/MapPage.vue')) },
    { path: '/permits', name: 'permits', component: room(() => import('./pages/BoardPage.vue')) },
    { path: '/compare', name: 'compare', component: room(() => import('./pages/ComparePage.vue')) },
    { path: '/permits/:id', name: 'permit', component: room(() => import('./pages/PermitPage.vue')), props: true },
    { path: '/approvals/:tab?', name: 'approvals', component: room(() => import('./pages/ApprovalsPage.vue')), props: true },
    { path: '/planning/:tab?', name: 'planning', component: room(() => import('./pages/PlanningPage.vue')), props: true },
    { path: '/isolations', name: 'isolations', component: room(() => import('./pages/IsolationsPage.vue')) },
    { path: '/schemes', name: 'schemes', component: room(() => import('./pages/SchemesPage.vue')) },
    { path: '/outages', name: 'outages', component: room(() => import('./pages/OutagesPage.vue')) },
    { path: '/alarms', name: 'alarms', component: room(() => import('./pages/AlarmsPage.vue')) },
    { path: '/alarms/load', name: 'alarm-load', component: room(() => import('./pages/AlarmLoadPage.vue')) },
    { path: '/emergencies/:id?', name: 'emergencies', component: room(() => import('./pages/EmergenciesPage.vue')), props: true },
    {
      path: '/instruments/:tab?',
      name: 'instruments',
      component: room(() => import('./pages/InstrumentsPage.vue')),
      props: true,
    },
    { path: '/inbox', name: 'inbox', component: room(() => import('./pages/InboxPage.vue')) },
    { path: '/people/:id/activity', name: 'activity', component: room(() => import('./pages/ActivityPage.vue')), props: true },
    { path: '/people/:tab?', name: 'people', component: room(() => import('./pages/PeoplePage.vue')), props: true },
    { path: '/places/:tab?', name: 'places', component: room(() => import('./pages/PlacesPage.vue')), props: true },
    { path: '/statistics', name: 'statistics', component: room(() => import('./pages/StatisticsPage.vue')) },
    { path: '/archive/:tab?', name: 'archive', component: room(() => import('./pages/ArchivePage.vue')), props: true },
    { path: '/inspect/:tab?', name: 'inspect', component: room(() => import('./pages/InspectPage.vue')), props: true },
    { path: '/settings', name: 'settings', component: room(() => import('./pages/SettingsPage.vue')) },
    // Drawn by App.vue without the frame of the rooms.
    { path: '/wall', name: 'wall', component: room(() => import('./wall/WallPage.vue')) },
    { path: '/:elsewhere(.*)*', redirect: { name: 'overview' } },
  ],
})

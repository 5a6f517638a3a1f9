/** The addresses of the console, all below /console/. */
import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', name: 'overview', component: () => import('./pages/OverviewPage.vue') },
    { path: '/map', name: 'map', component: () => import('./pages/MapPage.vue') },
    { path: '/permits', name: 'permits', component: () => import('./pages/BoardPage.vue') },
    { path: '/compare', name: 'compare', component: () => import('./pages/ComparePage.vue') },
    { path: '/permits/:id', name: 'permit', component: () => import('./pages/PermitPage.vue'), props: true },
    { path: '/approvals/:tab?', name: 'approvals', component: () => import('./pages/ApprovalsPage.vue'), props: true },
    { path: '/planning/:tab?', name: 'planning', component: () => import('./pages/PlanningPage.vue'), props: true },
    { path: '/isolations', name: 'isolations', component: () => import('./pages/IsolationsPage.vue') },
    { path: '/schemes', name: 'schemes', component: () => import('./pages/SchemesPage.vue') },
    { path: '/outages', name: 'outages', component: () => import('./pages/OutagesPage.vue') },
    { path: '/alarms', name: 'alarms', component: () => import('./pages/AlarmsPage.vue') },
    { path: '/alarms/load', name: 'alarm-load', component: () => import('./pages/AlarmLoadPage.vue') },
    { path: '/emergencies/:id?', name: 'emergencies', component: () => import('./pages/EmergenciesPage.vue'), props: true },
    {
      path: '/instruments/:tab?',
      name: 'instruments',
      component: () => import('./pages/InstrumentsPage.vue'),
      props: true,
    },
    { path: '/inbox', name: 'inbox', component: () => import('./pages/InboxPage.vue') },
    { path: '/people/:id/activity', name: 'activity', component: () => import('./pages/ActivityPage.vue'), props: true },
    { path: '/people/:tab?', name: 'people', component: () => import('./pages/PeoplePage.vue'), props: true },
    { path: '/places/:tab?', name: 'places', component: () => import('./pages/PlacesPage.vue'), props: true },
    { path: '/statistics', name: 'statistics', component: () => import('./pages/StatisticsPage.vue') },
    { path: '/archive/:tab?', name: 'archive', component: () => import('./pages/ArchivePage.vue'), props: true },
    { path: '/inspect/:tab?', name: 'inspect', component: () => import('./pages/InspectPage.vue'), props: true },
    { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
    // Drawn by App.vue without the frame of the rooms.
    { path: '/wall', name: 'wall', component: () => import('./wall/WallPage.vue') },
    { path: '/:elsewhere(.*)*', redirect: { name: 'overview' } },
  ],
})

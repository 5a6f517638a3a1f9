/** The addresses of the phone app, all below /m/. */
import { createRouter, createWebHistory } from 'vue-router'
import { isStep } from '@/core/steps'
import { isKiosk } from '@/store/kiosk'
import { useSession } from '@/ui/shared/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** One of the five places: the tabs are shown. */
    readonly place?: true
    readonly open?: true
    /** Something is filled in here: no new release is taken meanwhile. */
    readonly form?: true
  }
}

export const router = createRouter({
  history: createWebHistory('/m/'),
  routes: [
    { path: '/login', name: 'login', component: () => import('./pages/LoginPage.vue'), meta: { open: true } },
    { path: '/kiosk', name: 'kiosk', component: () => import('./pages/KioskPage.vue'), meta: { open: true } },
    { path: '/', name: 'tasks', component: () => import('./pages/TasksPage.vue'), meta: { place: true } },
    { path: '/permits', name: 'permits', component: () => import('./pages/PermitsPage.vue'), meta: { place: true } },
    {
      path: '/request',
      name: 'request',
      component: () => import('./pages/RequestPage.vue'),
      meta: { place: true, form: true },
    },
    { path: '/scan', name: 'scan', component: () => import('./pages/ScanPage.vue'), meta: { place: true } },
    { path: '/look', name: 'look', component: () => import('./pages/LookPage.vue') },
    { path: '/renewals', name: 'renewals', component: () => import('./pages/RenewalsPage.vue') },
    { path: '/points', name: 'points', component: () => import('./pages/PointsPage.vue') },
    { path: '/me', name: 'me', component: () => import('./pages/MePage.vue'), meta: { place: true } },
    { path: '/permits/:id', name: 'permit', component: () => import('./pages/PermitPage.vue') },
    {
      path: '/permits/:id/:step',
      name: 'step',
      component: () => import('./pages/StepPage.vue'),
      meta: { form: true },
      beforeEnter: (to) =>
        isStep(to.params['step']) ? true : { name: 'permit', params: { id: String(to.params['id']) } },
    },
    { path: '/inbox', name: 'inbox', component: () => import('./pages/InboxPage.vue') },
    { path: '/queue', name: 'queue', component: () => import('./pages/QueuePage.vue') },
    {
      path: '/enrol/:token?',
      name: 'enrol',
      component: () => import('./pages/EnrolPage.vue'),
      meta: { form: true },
    },
    { path: '/privacy', name: 'privacy', component: () => import('./pages/PrivacyPage.vue') },
    { path: '/agreement', name: 'agreement', component: () => import('./pages/AgreementPage.vue') },
    { path: '/instruments/:code', name: 'instrument', component: () => import('./pages/InstrumentPage.vue') },
    { path: '/isolations', name: 'isolations', component: () => import('./pages/IsolationsPage.vue') },
    { path: '/isolations/:id', name: 'isolation', component: () => import('./pages/IsolationPage.vue') },
    { path: '/schemes', name: 'schemes', component: () => import('./pages/SchemesPage.vue') },
    { path: '/paper', name: 'paper', component: () => import('./pages/PaperPage.vue'), meta: { form: true } },
    {
      path: '/paper/:serial',
      name: 'paperSheet',
      component: () => import('./pages/PaperSheetPage.vue'),
      props: true,
      meta: { form: true },
    },
    { path: '/schemes/:id', name: 'scheme', component: () => import('./pages/SchemePage.vue') },
    { path: '/:elsewhere(.*)*', redirect: { name: 'tasks' } },
  ],
})

/** Whoever is not logged in logs in first and then goes where he wanted to go. */
router.beforeEach(async (to) => {
  const session = useSession()
  if (session.presence === 'asking') await session.load()
  if (to.meta.open || session.presence === 'here') return true
  if (isKiosk()) return { name: 'kiosk' }
  return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})

router.afterEach((_to, _from, failure) => {
  if (!failure) window.scrollTo(0, 0)
})

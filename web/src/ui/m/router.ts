/** The addresses of the phone app, all below /m/. */
import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/m/'),
  routes: [
    { path: '/', name: 'start', component: () => import('./pages/StartPage.vue') },
    { path: '/:elsewhere(.*)*', redirect: { name: 'start' } },
  ],
})

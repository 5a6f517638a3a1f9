/** The addresses of the console, all below /console/. */
import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', name: 'start', component: () => import('./pages/StartPage.vue') },
    { path: '/:elsewhere(.*)*', redirect: { name: 'start' } },
  ],
})

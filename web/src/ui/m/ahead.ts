/** Fetches the pages that are not open yet while nothing else happens: a stop must not wait for a script. */

const PAGES = [
  () => import('./pages/PermitPage.vue'),
  () => import('./pages/StepPage.vue'),
  () => import('./pages/TasksPage.vue'),
  () => import('./pages/PermitsPage.vue'),
  () => import('./pages/RequestPage.vue'),
  () => import('./pages/ScanPage.vue'),
  () => import('./pages/MePage.vue'),
]

let begun = false

export function fetchAhead(): void {
  if (begun) return
  begun = true
  setTimeout(() => {
    void (async () => {
      const { STEP_PAGES } = await import('./pages/stepPages')
      for (const page of [...PAGES, ...Object.values(STEP_PAGES)]) await page().catch(() => undefined)
    })()
  }, 1500)
}

/** Moved to where both apps find them. */
export { factsZhCN } from '@/i18n/facts.zh-CN'

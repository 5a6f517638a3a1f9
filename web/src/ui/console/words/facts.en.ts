/** Moved to where both apps find them. */
export { factsEn } from '@/i18n/facts.en'

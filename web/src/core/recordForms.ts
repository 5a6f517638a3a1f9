/** What is entered in each register of the desk: one row a field, in the order of the form. The server judges again. */

export type Register =
  'sites' | 'units' | 'areas' | 'points' | 'equipment' | 'people' | 'certificates' | 'posts' | 'firms' | 'accounts'

/** Rows that a field names by id. */
export type Named = 'sites' | 'units' | 'areas' | 'equipment' | 'people' | 'posts' | 'firms'

export interface Entry {
  readonly name: string
  /** `maybe` is yes, no or nobody knows; `some` several of a list; `record` a row of another register. */
  readonly kind: 'text' | 'secret' | 'number' | 'day' | 'flag' | 'maybe' | 'choice' | 'some' | 'record'
  readonly must?: true
  /** Entered once and never changed. */
  readonly once?: true
  readonly of?: Named
  /** Codes to choose from, and the group of words that names them; or a list that is asked for. */
  readonly codes?: readonly string[]
  readonly words?: string
  readonly list?: 'substances' | 'things' | 'posts' | 'items'
}

const CODE: Entry = { name: 'code', kind: 'text', must: true }
const NAME: Entry = { name: 'name', kind: 'text', must: true }
const LAT: Entry = { name: 'lat', kind: 'number' }
const LON: Entry = { name: 'lon', kind: 'number' }
const ROLES = [
  'worker', 'guardian', 'analyst', 'approver', 'team_leader', 'shift_leader', 'safety_officer', 'control_room', 'registrar',
  'admin', 'auditor',
] as const // prettier-ignore

export const FORMS: Readonly<Record<Register, readonly Entry[]>> = {
  sites: [CODE, NAME, LAT, LON, { name: 'plan_required', kind: 'flag' }],
  units: [{ name: 'site_id', kind: 'record', of: 'sites', must: true }, CODE, NAME],
  areas: [
    { name: 'site_id', kind: 'record', of: 'sites', must: true },
    CODE,
    NAME,
    { name: 'unit_id', kind: 'record', of: 'units' },
    { name: 'area_class', kind: 'choice', must: true, codes: ['unknown', 'fire_explosion', 'other'], words: 'areaClass' },
    { name: 'risk_grade', kind: 'choice', codes: ['red', 'orange', 'yellow', 'blue'], words: 'registers.riskGrade' },
    { name: 'media', kind: 'some', list: 'substances' },
    { name: 'major_hazard', kind: 'flag' },
    { name: 'tank_farm_bund', kind: 'flag' },
    { name: 'pipe_rack', kind: 'flag' },
    { name: 'fixed_hot_zone', kind: 'flag' },
    { name: 'fixed_hot_zone_reviewed_on', kind: 'day' },
  ],
  points: [
    { name: 'area_id', kind: 'record', of: 'areas', must: true },
    CODE,
    NAME,
    { name: 'equipment_id', kind: 'record', of: 'equipment' },
    LAT,
    LON,
    { name: 'radius_m', kind: 'number' },
    { name: 'height_m', kind: 'number' },
  ],
  equipment: [
    { name: 'area_id', kind: 'record', of: 'areas', must: true },
    CODE,
    NAME,
    { name: 'kind', kind: 'choice', list: 'things' },
    { name: 'medium', kind: 'choice', list: 'substances' },
    { name: 'in_operation', kind: 'maybe' },
    { name: 'volume_m3', kind: 'number' },
  ],
  people: [
    NAME,
    { name: 'hr_code', kind: 'text', must: true },
    { name: 'name_pinyin', kind: 'text' },
    { name: 'firm_id', kind: 'record', of: 'firms' },
    { name: 'trade', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'id_number', kind: 'text' },
    { name: 'status', kind: 'choice', must: true, codes: ['active', 'frozen', 'left'], words: 'people.status' },
  ],
  certificates: [
    { name: 'person_id', kind: 'record', of: 'people', must: true },
    {
      name: 'kind',
      kind: 'choice',
      must: true,
      codes: ['special_operation', 'special_equipment', 'guardian', 'gas_analyst', 'safety_manager'],
      words: 'people.kind',
    },
    { name: 'item', kind: 'text', must: true, list: 'items' },
    { name: 'number', kind: 'text', must: true },
    { name: 'holder_name', kind: 'text' },
    { name: 'issuer', kind: 'text' },
    { name: 'issued_at', kind: 'day' },
    { name: 'valid_from', kind: 'day' },
    { name: 'valid_to', kind: 'day' },
    { name: 'review_due', kind: 'day' },
  ],
  posts: [
    { name: 'code', kind: 'choice', must: true, list: 'posts' },
    NAME,
    { name: 'holder_id', kind: 'record', of: 'people' },
    { name: 'deputy_id', kind: 'record', of: 'people' },
    { name: 'superior_id', kind: 'record', of: 'posts' },
    { name: 'site_id', kind: 'record', of: 'sites' },
    { name: 'unit_id', kind: 'record', of: 'units' },
    { name: 'area_id', kind: 'record', of: 'areas' },
  ],
  firms: [CODE, NAME, { name: 'contact_name', kind: 'text' }, { name: 'contact_phone', kind: 'text' }, { name: 'active', kind: 'flag' }],
  accounts: [
    { name: 'username', kind: 'text', must: true, once: true },
    { name: 'person_id', kind: 'record', of: 'people' },
    { name: 'roles', kind: 'some', codes: ROLES, words: 'role' },
    { name: 'password', kind: 'secret' },
    { name: 'is_active', kind: 'flag' },
  ],
}

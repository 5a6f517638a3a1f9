/** What the server tells, as the screens read it: the shapes of its own description. Instants are RFC 3339 text. */
import type { components } from '@/core/api'
import type { Kind } from '@/core/envelope'
import type { Field, FieldValue } from '@/core/template'

type Shapes = components['schemas']
/** A shape of which some fields are known better here than the description tells. */
type Known<Shape, Better> = Omit<Shape, keyof Better> & Better

export type Instant = string

export interface Named {
  readonly id: string
  /** Null when the register no longer knows it. */
  readonly name: string | null
}

export interface Session {
  readonly authenticated: boolean
  readonly company: { readonly id: string; readonly name: string; readonly simulated: boolean }
  readonly account?: {
    readonly id: string
    readonly username: string
    readonly roles: readonly string[]
    readonly language: 'zh' | 'en'
    /** The firm whose own login it is; it reaches the rooms of that firm alone. */
    readonly firm_id?: string | null
  } | null
  readonly person?: (Named & { readonly hr_code: string }) | null
  readonly posts?: readonly { readonly code: string; readonly name: string; readonly deputy: boolean }[]
  /** Rights by resource and verb, such as `people.write`. */
  readonly may?: readonly string[]
}

export interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly roles: readonly string[]
}

export type Arrival = Shapes['Arrival']
export type Presence = Arrival['on_site']
export type Person = Shapes['CrewMember']
export type Paper = Person['certificate']
export type Crew = Shapes['CrewOut']
export type Place = Shapes['PlaceOfWork']
export type Lamp = Shapes['Lamp']
export type Condition = Shapes['Condition']
export type Item = Shapes['Item']
export type Hazard = Shapes['HazardRow']
export type Scale = Shapes['ScaleOut']
export type Grade = NonNullable<Shapes['RiskOut']['grade']>
export type Jsa = Shapes['JsaOut']
export type JsaRow = Shapes['JsaRowOut']
export type JsaWanted = Shapes['JsaRowIn']
export type Measure = Shapes['MeasureRow']
export type RecordRow = Shapes['RecordRow']
export type Reading = Shapes['GasReadingOut']
export type Verdict = Reading['verdict']
export type Round = Shapes['GasRound']
export type Demand = Shapes['GasDemand']
export type GasPlan = Shapes['GasPlan']
export type Stage = Shapes['StageOut']
export type Route = Shapes['RouteOut']
export type StuckPermit = Shapes['StuckPermit']
export type ApprovalQueue = Shapes['ApprovalQueue']
export type MyApproval = Shapes['MyRow']
export type OthersApproval = Shapes['OthersRow']
export type Critical = Shapes['CriticalItem']
export type Cause = Shapes['CauseOut']
export type Pause = Shapes['PauseOut']
export type AlarmLine = Shapes['AlarmHere']
export type PermitRow = Shapes['BoardItem']
export type TimelineRow = Shapes['TimelineRow']
export type Contact = Shapes['ContactOut']

/** Commands are those of the contract, and the fields of the work those of its form. */
export type Permit = Known<
  Shapes['Card'],
  {
    readonly mine: Known<
      Shapes['Mine'],
      {
        readonly commands: readonly Kind[]
        readonly tasks: readonly Known<Shapes['MyTask'], { readonly command: Kind }>[]
      }
    >
    readonly work: Readonly<Record<string, FieldValue>>
    readonly fields: readonly Field[]
  }
>

export type Task = Known<Shapes['Task'], { readonly command: Kind }>

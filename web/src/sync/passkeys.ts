/** Passkeys of the person here: asked for, made, ended, and used to sign the bytes of a command. */
import type { components } from '@/core/api'
import { fromBase64url, toBase64url } from '@/core/base64url'
import { passkeysPossible } from '@/core/proof'
import type { Assertion } from '@/core/proof'
import type { Problem } from '@/core/problem'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Passkey = components['schemas']['PasskeyOut']
type Offer = components['schemas']['OfferOut']

/** Made or used by the browser, and not by the server: these have no sentence of its own. */
export type Silent = 'passkey_not_made' | 'passkey_not_used'

const ours = (code: Silent): Problem => ({
  status: -1,
  code,
  clause: null,
  says: { zh: '', en: '' },
  reasons: [],
  remedies: [],
})

export const canUsePasskeys = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && passkeysPossible(location.hostname, window.isSecureContext)

export const readPasskeys = (): Promise<Answer<readonly Passkey[]>> => ask('/api/v1/passkeys')

export const revokePasskey = (id: string): Promise<Answer<Passkey>> => post(`/api/v1/passkeys/${id}/revoke`, {})

function created(made: PublicKeyCredential): unknown {
  const response = made.response as AuthenticatorAttestationResponse
  const transports = (response as { getTransports?: () => string[] }).getTransports?.() ?? []
  return {
    id: made.id,
    rawId: toBase64url(made.rawId),
    type: 'public-key',
    response: {
      clientDataJSON: toBase64url(response.clientDataJSON),
      attestationObject: toBase64url(response.attestationObject),
      transports,
    },
  }
}

/** The browser asks for finger, face or PIN; null when the person or the phone would not. */
async function asked(offer: Offer, user: string, company: string): Promise<PublicKeyCredential | null> {
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: fromBase64url(offer.challenge),
        rp: { id: offer.rp_id, name: company },
        user: { id: fromBase64url(offer.user), name: user, displayName: user },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        excludeCredentials: offer.exclude.map((id) => ({ type: 'public-key', id: fromBase64url(id) })),
        attestation: 'none',
        timeout: 120_000,
      },
    })
    return made as PublicKeyCredential | null
  } catch {
    return null
  }
}

/** `user` and `company` are what the phone shows in its own list of passkeys. */
export async function makePasskey(
  password: string,
  name: string,
  shown: { readonly user: string; readonly company: string },
): Promise<Answer<Passkey>> {
  const offer = await post<Offer>('/api/v1/passkeys/offer', { password })
  if (!offer.ok) return offer
  const made = await asked(offer.data, shown.user, shown.company)
  if (made === null) return { ok: false, problem: ours('passkey_not_made') }
  return post('/api/v1/passkeys', { token: offer.data.token, name, credential: created(made) })
}

/** The passkey's answer over exactly these bytes. */
export async function signWithPasskey(bytes: string, known: readonly Passkey[]): Promise<Answer<Assertion>> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(bytes))
    const found = (await navigator.credentials.get({
      publicKey: {
        challenge: digest,
        allowCredentials: known.map(({ credential, transports }) => ({
          type: 'public-key',
          id: fromBase64url(credential),
          transports: transports as AuthenticatorTransport[],
        })),
        userVerification: 'required',
        timeout: 90_000,
      },
    })) as PublicKeyCredential | null
    if (found === null) return { ok: false, problem: ours('passkey_not_used') }
    const response = found.response as AuthenticatorAssertionResponse
    const data: Assertion = {
      id: found.id,
      client_data: toBase64url(response.clientDataJSON),
      authenticator_data: toBase64url(response.authenticatorData),
      signature: toBase64url(response.signature),
    }
    return { ok: true, data }
  } catch {
    return { ok: false, problem: ours('passkey_not_used') }
  }
}

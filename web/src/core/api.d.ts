/* eslint-disable */
/** Paths and shapes of the interface. Written by `npm run interface` from openapi.json; never by hand. */
export interface paths {
    readonly "/api/v1/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Accounts
         * @description The accounts of the company by user name.
         */
        readonly get: operations["davy_accounts_api_list_accounts"];
        readonly put?: never;
        /**
         * Add Account
         * @description Open an account.
         */
        readonly post: operations["davy_accounts_api_add_account"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/demo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Demo Accounts
         * @description The accounts of a simulated company in the order of their roles; an empty list for a real one.
         */
        readonly get: operations["davy_accounts_api_demo_accounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Passkeys Of Everybody
         * @description The passkeys of all accounts, the newest first, the revoked ones too; 2000 at most.
         */
        readonly get: operations["davy_signatures_api_passkeys_of_everybody"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{account_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Account
         * @description Change roles, person, language or password, or disable the account; that ends its sessions.
         */
        readonly patch: operations["davy_accounts_api_change_account"];
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{account_id}/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Passkeys Of
         * @description The passkeys of an account.
         */
        readonly get: operations["davy_signatures_api_passkeys_of"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/accounts/{account_id}/passkeys/{passkey_id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke Passkey Of
         * @description End a passkey of somebody else's account.
         */
        readonly post: operations["davy_signatures_api_revoke_passkey_of"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Alarms
         * @description Alarms, the newest on top.
         */
        readonly get: operations["davy_alarms_api_list_alarms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms/calling": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Calling Alarms
         * @description The grave alarms that call me now: nobody has acknowledged them. Each with its place, the commands I
         *     may give, and when it called last (`called_at`) for which time (`rings`).
         */
        readonly get: operations["davy_alarms_api_calling_alarms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms/count": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Count Alarms
         * @description How many are open, by severity.
         */
        readonly get: operations["davy_alarms_api_count_alarms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms/load": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Alarm Load
         * @description How much the alarms of the last days asked of people, in the sense of EEMUA 191.
         */
        readonly get: operations["davy_alarms_api_alarm_load"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms/mine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * My Alarms
         * @description The open alarms whose next step is on me, grave ones first, each with the commands I may give.
         */
        readonly get: operations["davy_alarms_api_my_alarms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms/{alarm_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Alarm
         * @description One alarm: what it is about, who owns it, what may be done now and by me, and all that was done about
         *     it; `scene` tells where it is and who is there.
         */
        readonly get: operations["davy_alarms_api_get_alarm"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/queue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Queue
         * @description What waits for my signature, with what stands in its way, and what waits for others. Read only: each
         *     decision is a command with a signature of its own (S20).
         */
        readonly get: operations["davy_permits_api_get_queue"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/approvals/stuck": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Stuck
         * @description The permits that nobody can sign now: the node, why, and who sees to it.
         */
        readonly get: operations["davy_permits_api_get_stuck"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/archive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search Archive
         * @description The permits that fit, the newest planned first, and how many there are of each kind.
         */
        readonly get: operations["davy_archive_api_search_archive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/areas": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Areas
         * @description Areas by code.
         */
        readonly get: operations["davy_sites_api_list_areas"];
        readonly put?: never;
        /**
         * Add Area
         * @description Enter an area.
         */
        readonly post: operations["davy_sites_api_add_area"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/areas/{area_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Area
         * @description One area.
         */
        readonly get: operations["davy_sites_api_get_area"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Area
         * @description Change the fields given.
         */
        readonly patch: operations["davy_sites_api_change_area"];
        readonly trace?: never;
    };
    readonly "/api/v1/attachments/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Attachment
         * @description The shown copy of a picture, a recording or a drawing; ``form=original`` for the bytes as they came.
         *
         *     The original is always a download: it may hold more than its picture.
         */
        readonly get: operations["davy_attachments_api_get_attachment"];
        /**
         * Put Attachment
         * @description Store the body under its SHA-256: 201 when new, 200 when known. The declared type is not believed.
         */
        readonly put: operations["davy_attachments_api_put_attachment"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/attachments/{sha256}/parts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Parts
         * @description Where the sender goes on with an upload that was cut.
         */
        readonly get: operations["davy_attachments_api_get_parts"];
        readonly put?: never;
        /**
         * Post Part
         * @description Add the body behind the `offset` bytes that have arrived; with `last` the whole is stored.
         */
        readonly post: operations["davy_attachments_api_post_part"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Audit
         * @description Changes of reference data, the newest in front.
         */
        readonly get: operations["davy_accounts_api_list_audit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/badges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Badges
         * @description The badges of everybody, the newest first.
         */
        readonly get: operations["davy_sync_terminal_api_list_badges"];
        readonly put?: never;
        /**
         * Add Badge
         * @description Register a badge for a person: an open session alone must not become one.
         */
        readonly post: operations["davy_sync_terminal_api_add_badge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/badges/{badge_id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke Badge
         * @description A lost badge is dead at once: whoever may look badges up may do this, at night too.
         */
        readonly post: operations["davy_sync_terminal_api_revoke_badge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/beginning": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Beginning
         * @description What is still to be entered before the first permit, in order, and the posts that there are.
         */
        readonly get: operations["davy_insight_beginning_api_get_beginning"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/blocks/{block_id}/sheets.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Print Block
         * @description The sheets of a block that are still blank, for the printer. Each is meant to be on paper once: who
         *     fetched them is on record, and from the second time on every sheet says so.
         */
        readonly get: operations["davy_printing_api_print_block"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/board/sheet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export Board
         * @description The whole list as a sheet in its order, MOST_EXPORTED permits at the most. Who took it is kept.
         */
        readonly get: operations["davy_insight_api_export_board"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/bookings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Bookings
         * @description Booked work that shares time with the stretch, in the order of its beginning; 500 at most.
         */
        readonly get: operations["davy_planning_api_list_bookings"];
        readonly put?: never;
        /**
         * Add Booking
         * @description Book special work: the day before at the latest, on the day itself as urgent with a reason.
         */
        readonly post: operations["davy_planning_api_add_booking"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/bookings/{booking_id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide Booking
         * @description Approve a booking or not. It makes no work live: every permit is judged on its own.
         */
        readonly post: operations["davy_planning_api_decide_booking"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/bookings/{booking_id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraw Booking
         * @description Take one's own booking back.
         */
        readonly post: operations["davy_planning_api_withdraw_booking"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Calendar
         * @description The calendar of a site; without one it is shown empty and not configured.
         */
        readonly get: operations["davy_sites_api_get_calendar"];
        /**
         * Put Calendar
         * @description Set night, weekly rest days and how far holidays are entered.
         */
        readonly put: operations["davy_sites_api_put_calendar"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/facts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Calendar Facts
         * @description Which special periods the stretch touches, as a gate will see them.
         */
        readonly get: operations["davy_sites_api_get_calendar_facts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/periods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add Period
         * @description Enter a holiday, rest period or major event.
         */
        readonly post: operations["davy_sites_api_add_period"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/periods/{period_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove Period
         * @description Take a special period away; what it was stays in the audit trail.
         */
        readonly delete: operations["davy_sites_api_remove_period"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/shifts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add Shift
         * @description Enter a shift.
         */
        readonly post: operations["davy_sites_api_add_shift"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/shifts/{shift_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove Shift
         * @description Take a shift away.
         */
        readonly delete: operations["davy_sites_api_remove_shift"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/working-days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add Working Day
         * @description Enter a rest day that is worked.
         */
        readonly post: operations["davy_sites_api_add_working_day"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/calendar/{site_id}/working-days/{day_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove Working Day
         * @description The day rests again.
         */
        readonly delete: operations["davy_sites_api_remove_working_day"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cameras": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Cameras
         * @description Cameras by code.
         */
        readonly get: operations["davy_sites_cameras_api_list_cameras"];
        readonly put?: never;
        /**
         * Add Camera
         * @description Enter a camera.
         */
        readonly post: operations["davy_sites_cameras_api_add_camera"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cameras/{camera_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove Camera
         * @description Take a camera that no longer hangs there out of the register; what it was stays in the audit trail.
         */
        readonly delete: operations["davy_sites_cameras_api_remove_camera"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Camera
         * @description Change the fields given.
         */
        readonly patch: operations["davy_sites_cameras_api_change_camera"];
        readonly trace?: never;
    };
    readonly "/api/v1/certificates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Certificates
         * @description Certificates, those that end first in front.
         */
        readonly get: operations["davy_people_api_list_certificates"];
        readonly put?: never;
        /**
         * Add Certificate
         * @description Enter a certificate of a person.
         */
        readonly post: operations["davy_people_api_add_certificate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/certificates/{certificate_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Certificate
         * @description One certificate with its state today.
         */
        readonly get: operations["davy_people_api_get_certificate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Certificate
         * @description Change the fields given.
         */
        readonly patch: operations["davy_people_api_change_certificate"];
        readonly trace?: never;
    };
    readonly "/api/v1/checkups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Checkups
         * @description Medical examinations, the last first; never what was found.
         */
        readonly get: operations["davy_people_ledger_api_list_checkups"];
        readonly put?: never;
        /**
         * Add Checkup
         * @description Enter a medical examination. Somebody unfit is barred from work from that day on (GB 30871 4.9).
         */
        readonly post: operations["davy_people_ledger_api_add_checkup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/checkups/{checkup_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Checkup
         * @description Change the fields given.
         */
        readonly patch: operations["davy_people_ledger_api_change_checkup"];
        readonly trace?: never;
    };
    readonly "/api/v1/commands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give Command
         * @description One command envelope, as the exact bytes to be hashed. The same id with the same bytes is answered
         *     the same.
         *
         *     A passkey's answer over the bytes goes into the header Davy-Assertion: base64url of the JSON {id,
         *     client_data, authenticator_data, signature}; the signature of the sender's enrolled phone over them into
         *     Davy-Device: base64url of the JSON {device, signature}. 200 accepted; 409 refused, with every reason; 422
         *     malformed, nothing recorded; 503 busy: send the same bytes again.
         */
        readonly post: operations["davy_permits_api_give_command"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conflicts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Simulate Conflicts
         * @description The conflicts that a request would have if it were sent now. Nothing is kept.
         */
        readonly post: operations["davy_permits_api_simulate_conflicts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conformance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Conformance
         * @description Standards, their clauses, and what each requirement came to here in the last 30 days.
         */
        readonly get: operations["davy_insight_api_get_conformance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/conformance/{requirement}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Rule
         * @description One requirement with its vectors, its last runs here, and the permits where it stood in the way.
         */
        readonly get: operations["davy_insight_api_get_rule"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/delegations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Delegations
         * @description Who signs for whom: what is in force and what is to come first, then what is over, the newest first.
         */
        readonly get: operations["davy_people_api_list_delegations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/desk/{room}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Desk
         * @description The views and the layout that this account keeps for a room.
         */
        readonly get: operations["davy_accounts_desk_api_get_desk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/desk/{room}/layout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Keep Layout
         * @description Keep which columns are shown, in which order and how wide.
         */
        readonly put: operations["davy_accounts_desk_api_keep_layout"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/desk/{room}/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Keep View
         * @description Keep a list under a name; an older one of that name is replaced.
         */
        readonly put: operations["davy_accounts_desk_api_keep_view"];
        readonly post?: never;
        /**
         * Forget View
         * @description Forget the view of that name.
         */
        readonly delete: operations["davy_accounts_desk_api_forget_view"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/devices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Devices
         * @description The phones of everybody for whoever manages them, else one's own.
         */
        readonly get: operations["davy_sync_api_list_devices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/devices/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Invite
         * @description Show a code by which a phone is enrolled, once and within a quarter of an hour.
         */
        readonly post: operations["davy_sync_api_invite"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/devices/{device_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Device
         * @description One phone, with the key by which it verifies receipts.
         */
        readonly get: operations["davy_sync_api_get_device"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/devices/{device_id}/doubts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report Doubt
         * @description The phone tells that a receipt, or a row it kept, does not fit.
         */
        readonly post: operations["davy_sync_api_report_doubt"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/effects/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Effect Words
         * @description What effects, causes and loads are called.
         */
        readonly get: operations["davy_actuation_api_effect_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/emergencies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Emergencies
         * @description The open ones, then those that ended, the newest first: 50 of these at the most.
         */
        readonly get: operations["davy_emergency_api_list_emergencies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/emergencies/calling": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Calling Emergencies
         * @description The open emergencies that concern me: I was told of them, or stand on the roll.
         */
        readonly get: operations["davy_emergency_api_calling_emergencies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/emergencies/{emergency_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Emergency
         * @description One emergency: place, people, first tasks, and everything that happened in it.
         */
        readonly get: operations["davy_emergency_api_get_emergency"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/equipment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Equipment
         * @description Equipment by code.
         */
        readonly get: operations["davy_sites_api_list_equipment"];
        readonly put?: never;
        /**
         * Add Equipment
         * @description Enter a piece of equipment.
         */
        readonly post: operations["davy_sites_api_add_equipment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/equipment/{equipment_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Equipment
         * @description One piece of equipment.
         */
        readonly get: operations["davy_sites_api_get_equipment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Equipment
         * @description Change the fields given.
         */
        readonly patch: operations["davy_sites_api_change_equipment"];
        readonly trace?: never;
    };
    readonly "/api/v1/evidence/bundle.zip": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Filtered Bundle
         * @description The permits of the list as it is narrowed, MOST at the most, in one bundle. Who took it is kept.
         */
        readonly get: operations["davy_archive_api_filtered_bundle"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/evidence/watch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Evidence Watch
         * @description When the evidence was last looked through to the end, whether that is too long ago, and what did not
         *     hold.
         */
        readonly get: operations["davy_archive_api_evidence_watch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Findings
         * @description What looks like stamping, the newest on top. A finding accuses nobody: it asks somebody to look.
         */
        readonly get: operations["davy_insight_api_list_findings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/findings/{finding_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Finding
         * @description One finding with its evidence.
         */
        readonly get: operations["davy_insight_api_get_finding"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/findings/{finding_id}/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Review Finding
         * @description Say what came of it. Nobody reviews what is about himself; earlier reviews stay.
         */
        readonly post: operations["davy_insight_api_review_finding"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/firms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Firms
         * @description Contractor firms by code.
         */
        readonly get: operations["davy_people_api_list_firms"];
        readonly put?: never;
        /**
         * Add Firm
         * @description Enter a contractor firm.
         */
        readonly post: operations["davy_people_api_add_firm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/firms/{firm_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Firm
         * @description One contractor firm.
         */
        readonly get: operations["davy_people_api_get_firm"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Firm
         * @description Change the fields given.
         */
        readonly patch: operations["davy_people_api_change_firm"];
        readonly trace?: never;
    };
    readonly "/api/v1/gates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Gates
         * @description All gates of the company and how each stands.
         */
        readonly get: operations["davy_gate_api_list_gates"];
        readonly put?: never;
        /**
         * Add Gate
         * @description Enter a gate. From then on it is told who may go in.
         */
        readonly post: operations["davy_gate_api_add_gate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gates/{gate_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change Gate
         * @description Change a gate, or take it out of service: then every pass that it has is taken back.
         */
        readonly put: operations["davy_gate_api_change_gate"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gates/{gate_id}/passages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Passages
         * @description Who went through a gate, the newest first.
         */
        readonly get: operations["davy_gate_api_list_passages"];
        readonly put?: never;
        /**
         * Add Passage
         * @description Write down a passage of a gate without a network. Raises Problem ``passage_ahead`` for one still to
         *     come.
         */
        readonly post: operations["davy_gate_api_add_passage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gates/{gate_id}/passes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Passes
         * @description Who may go in through a gate, and who might until lately.
         */
        readonly get: operations["davy_gate_api_list_passes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gates/{gate_id}/visit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Visit Gate
         * @description Have the gate visited now, whenever it was due.
         */
        readonly post: operations["davy_gate_api_visit_gate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gateways": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Gateways
         * @description Gateways by key, the retired ones last.
         */
        readonly get: operations["davy_sensing_api_list_gateways"];
        readonly put?: never;
        /**
         * Add Gateway
         * @description Enter a gateway. Its password is in this answer and nowhere else.
         */
        readonly post: operations["davy_sensing_api_add_gateway"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gateways/refusals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Refusals
         * @description Gateways that were not let in or wrote where they may not, of the last seven days.
         */
        readonly get: operations["davy_sensing_api_list_refusals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gateways/{gateway_id}/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Renew Password
         * @description Another password, told once; the old one lets nobody in, and who came in by it is cut off.
         */
        readonly post: operations["davy_sensing_api_renew_password"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/gateways/{gateway_id}/retire": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retire Gateway
         * @description It lets nobody in any more and is cut off; what came meanwhile is set aside.
         */
        readonly post: operations["davy_sensing_api_retire_gateway"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Inbox
         * @description What I was told, newest first; empty for an account without a person.
         */
        readonly get: operations["davy_notify_api_get_inbox"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/inbox/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Mark Read
         * @description Note what I have read; ids of others change nothing. Tells what is left.
         */
        readonly post: operations["davy_notify_api_mark_read"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/inbox/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Standing
         * @description What I was told of that somebody must still act on, read or not: an alarm that is not closed, work that
         *     is stopped or whose place is not clear.
         */
        readonly get: operations["davy_notify_api_get_standing"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/inbox/unread": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Count Unread
         * @description The number on the bell.
         */
        readonly get: operations["davy_notify_api_count_unread"];
        readonly put?: never;
        /**
         * Mark Unread
         * @description Take back what I noted as read at this instant. Tells what is unread then.
         */
        readonly post: operations["davy_notify_api_mark_unread"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Instruments
         * @description Instruments with whom they serve and their last readings, by serial number, the retired ones last.
         */
        readonly get: operations["davy_sensing_api_list_instruments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments/by-code/{instrument_code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Scanned Instrument
         * @description The instrument whose code was scanned.
         */
        readonly get: operations["davy_sensing_api_scanned_instrument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Instrument Link
         * @description Whether readings come in, and what waits.
         */
        readonly get: operations["davy_sensing_api_instrument_link"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments/set-aside": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Set Aside
         * @description What could not be taken, the newest first; 200 at most.
         */
        readonly get: operations["davy_sensing_api_list_set_aside"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Instrument Words
         * @description What kinds, channels and reasons are called, and which adapters there are.
         */
        readonly get: operations["davy_sensing_api_instrument_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments/{instrument_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Instrument
         * @description One instrument.
         */
        readonly get: operations["davy_sensing_api_get_instrument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/instruments/{instrument_id}/label": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Instrument Label
         * @description What is stuck on it: whoever scans it has the instrument in hand.
         */
        readonly get: operations["davy_sensing_api_instrument_label"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/isolations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Isolations
         * @description Isolations, the last changed on top; with `permit`, those it relies on or has released.
         */
        readonly get: operations["davy_isolations_api_list_isolations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/isolations/blinds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Blinds
         * @description The register of blinds by their unified numbers (GB 30871-2022 7.3).
         */
        readonly get: operations["davy_isolations_api_list_blinds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/isolations/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Isolation Words
         * @description What its states, points, kinds, locks, duties and steps are called.
         */
        readonly get: operations["davy_isolations_api_isolation_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/isolations/{isolation_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Isolation
         * @description One isolation: its points and locks, who relies on it, what the reader may do now, what happened.
         */
        readonly get: operations["davy_isolations_api_get_isolation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/isolations/{isolation_id}/list.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Print Isolation
         * @description The list of an isolation with its drawing, to hang at the lock box.
         */
        readonly get: operations["davy_printing_api_print_isolation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jsa": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Jsa
         * @description The scales with the one in force, and the company's own rows.
         */
        readonly get: operations["davy_rulebook_jsa_api_get_jsa"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jsa/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add Jsa Row
         * @description Enter a row that new requests are asked about from now on.
         */
        readonly post: operations["davy_rulebook_jsa_api_add_jsa_row"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jsa/rows/{row_id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraw Jsa Row
         * @description Ask about it no more. Permits that have the row keep it.
         */
        readonly post: operations["davy_rulebook_jsa_api_withdraw_jsa_row"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jsa/scale": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Choose Scale
         * @description Grade new requests by this scale, with lower scores where the company is stricter.
         */
        readonly put: operations["davy_rulebook_jsa_api_choose_scale"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keeping/due": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Due
         * @description What is past its period, the oldest first, each with what keeps it all the same.
         */
        readonly get: operations["davy_keeping_api_list_due"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keeping/erasures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Erasures
         * @description The requests to erase a person, those that are open first.
         */
        readonly get: operations["davy_keeping_api_list_erasures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keeping/holds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Holds
         * @description The legal holds, those that stand first.
         */
        readonly get: operations["davy_keeping_api_list_holds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keeping/people/{person_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Preview Erasure
         * @description What would go and what would stay if this person were erased now, and why. Who looked is kept.
         */
        readonly get: operations["davy_keeping_api_preview_erasure"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keeping/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Keeping Rules
         * @description How long what is kept, whether nights remove what is past that, and what was removed.
         */
        readonly get: operations["davy_keeping_api_keeping_rules"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/kiosk/board": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Kiosk
         * @description The board of the screen's site, by the screen's token.
         */
        readonly get: operations["davy_insight_wall_api_get_kiosk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/kiosk/drawing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Kiosk Drawing
         * @description The drawn plan of the screen's site, by the screen's token.
         */
        readonly get: operations["davy_insight_wall_api_get_kiosk_drawing"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/kiosk/open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open Kiosk
         * @description Give the token of a screen; this browser keeps it for the paths of the screen alone.
         */
        readonly post: operations["davy_insight_wall_api_open_kiosk"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/kiosks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Terminals
         * @description The shared terminals; one is revoked by the command revoke_device.
         */
        readonly get: operations["davy_sync_terminal_api_list_terminals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/kiosks/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Invite Terminal
         * @description The address that makes a browser a shared terminal, once and within a quarter of an hour.
         */
        readonly post: operations["davy_sync_terminal_api_invite_terminal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/ledger/calendar": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Calendar
         * @description What ends within these days, day by day; 400 days at most are looked through.
         */
        readonly get: operations["davy_people_ledger_api_get_calendar"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/ledger/catalogues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Catalogues
         * @description The packs of certificates: which was in force when, its periods and items, and how sure they are.
         */
        readonly get: operations["davy_people_ledger_api_get_catalogues"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/ledger/roster": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Roster
         * @description People by name, staff code, firm, trade or what ends first, each with the state of his papers.
         */
        readonly get: operations["davy_people_ledger_api_get_roster"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/ledger/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Words
         * @description What the forms of the ledger offer.
         */
        readonly get: operations["davy_people_ledger_api_get_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/messages/unsent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Unsent
         * @description The newest messages that people did not get, and why.
         */
        readonly get: operations["davy_notify_outward_api_list_unsent"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/messages/{message_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Message
         * @description What came of one message.
         */
        readonly get: operations["davy_notify_outward_api_get_message"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/messengers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Messengers
         * @description All messengers there are, also those that nobody has set up.
         */
        readonly get: operations["davy_notify_outward_api_list_messengers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/messengers/{kind}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Put Messenger
         * @description Set a messenger up, or change it.
         */
        readonly put: operations["davy_notify_outward_api_put_messenger"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/messengers/{kind}/trial": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try Messenger
         * @description Send one message to myself. Raises Problem ``messenger_needs_person`` for an account of no person.
         */
        readonly post: operations["davy_notify_outward_api_try_messenger"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/outages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Paper
         * @description Outages with their accounts and blocks with their sheets, the newest first.
         */
        readonly get: operations["davy_outages_api_list_paper"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/outages/asked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Asked About Sheets
         * @description The sheets that the reader is asked to fill in or to review, what is due first on top.
         */
        readonly get: operations["davy_outages_api_asked_about_sheets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/outages/blocks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Blocks In Use
         * @description The blocks that may still be worked by, for a phone that will be without the server.
         */
        readonly get: operations["davy_outages_api_blocks_in_use"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/outages/sheets/{told}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find Sheet
         * @description The sheet of a serial as somebody typed or scanned it. A slip of the finger is told as such.
         */
        readonly get: operations["davy_outages_api_find_sheet"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/outages/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Standing Outages
         * @description What every screen tells: the outages that go on now or begin within a day.
         */
        readonly get: operations["davy_outages_api_standing_outages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/outages/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Outage Words
         * @description What reasons, conditions, items, states, duties and steps are called.
         */
        readonly get: operations["davy_outages_api_outage_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * My Passkeys
         * @description My passkeys, the newest first, the revoked ones too.
         */
        readonly get: operations["davy_signatures_api_my_passkeys"];
        readonly put?: never;
        /**
         * Add Passkey
         * @description Keep the passkey that the browser made.
         */
        readonly post: operations["davy_signatures_api_add_passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/passkeys/offer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Offer Passkey
         * @description Begin to make a passkey: enter the password, then ask the browser with what comes back.
         */
        readonly post: operations["davy_signatures_api_offer_passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/passkeys/{passkey_id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke Passkey
         * @description End one of my passkeys: phone lost, or given away.
         */
        readonly post: operations["davy_signatures_api_revoke_passkey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List People
         * @description People by pinyin; ``q`` looks into names, pinyin and staff codes.
         */
        readonly get: operations["davy_people_api_list_people"];
        readonly put?: never;
        /**
         * Add Person
         * @description Enter a person. A second one with the same staff code or identity number is refused.
         */
        readonly post: operations["davy_people_api_add_person"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Person
         * @description One person with his certificates and their state today.
         */
        readonly get: operations["davy_people_api_get_person"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Person
         * @description Change the fields given.
         */
        readonly patch: operations["davy_people_api_change_person"];
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}/activity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Activity
         * @description What a person did and was on, for those whose duty it is to look; every look at somebody else is
         *     written to the audit trail (personal data).
         */
        readonly get: operations["davy_insight_activity_api_get_activity"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}/addresses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Addresses
         * @description Where the messengers find a person.
         */
        readonly get: operations["davy_notify_outward_api_get_addresses"];
        /**
         * Put Addresses
         * @description Write down where they find him; what is empty is taken away.
         */
        readonly put: operations["davy_notify_outward_api_put_addresses"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get History
         * @description Every change of what is entered about this person, the last first; 500 at most. Health is told to who
         *     may read it, personal values to who may read those.
         */
        readonly get: operations["davy_people_ledger_api_get_history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}/protected": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Protected
         * @description What is sealed of a person: that it is there, and the number masked.
         */
        readonly get: operations["davy_people_ledger_api_get_protected"];
        /**
         * Put Protected
         * @description Enter blood group and emergency contacts; what is left out stays.
         */
        readonly put: operations["davy_people_ledger_api_put_protected"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}/protected/clear": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Read Clear
         * @description Read sealed parts of one person in clear. Who, what and why are kept for good.
         */
        readonly post: operations["davy_people_ledger_api_read_clear"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/people/{person_id}/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Views
         * @description Who read sealed parts of this person in clear, the last first; 500 at most.
         */
        readonly get: operations["davy_people_ledger_api_list_views"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Board
         * @description The board: a page of permits, newest change first unless sorted otherwise, with counts by state.
         */
        readonly get: operations["davy_permits_api_get_board"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Permit
         * @description One permit with its conditions judged now.
         */
        readonly get: operations["davy_permits_api_get_permit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/bundle.zip": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Permit Bundle
         * @description One permit with its photos, its form and the proof of all of it, for ``davy-verify``. Who took it is
         *     kept.
         */
        readonly get: operations["davy_archive_api_permit_bundle"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/conflicts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Conflicts
         * @description The works that stand in a permit's way now: with whom, how far, by which clause, and what to do.
         */
        readonly get: operations["davy_permits_api_get_conflicts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/contact": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Keep Contact
         * @description A sign of life; the answer renews the phone's green lease (S17).
         */
        readonly post: operations["davy_permits_api_keep_contact"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/curve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Permit Curve
         * @description The curves of a permit, 31 days at most; by default the last 30. The longer, the longer its steps.
         */
        readonly get: operations["davy_sensing_api_permit_curve"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/form.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Print Form
         * @description The statutory form on one A4 page. Whoever may read a permit may carry it: it shows nothing else.
         *
         *     `sheet` is the number that the command print_sheet gave; without one it is a copy for reading.
         */
        readonly get: operations["davy_printing_api_print_form"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/instruments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Permit Instruments
         * @description The instruments that serve a permit now, by serial number, with their last readings.
         */
        readonly get: operations["davy_sensing_api_permit_instruments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/interlocks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Permit Interlocks
         * @description What Davy does at the place of this permit: armed rows, and orders with their times.
         */
        readonly get: operations["davy_actuation_api_permit_interlocks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/paper-entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Paper Entries
         * @description What was entered from the sheets of a permit after the fact, the newest on top.
         */
        readonly get: operations["davy_printing_api_list_paper_entries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/passes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Permit Passes
         * @description Whom gates let in by this permit, and whom no more.
         */
        readonly get: operations["davy_gate_api_list_permit_passes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/sheets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Sheets
         * @description The numbered sheets printed of a permit, the newest on top, and how each stands now.
         */
        readonly get: operations["davy_printing_api_list_sheets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Timeline
         * @description Everything that happened, in order: who, when, where, with the hash of each link.
         */
        readonly get: operations["davy_permits_api_get_timeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/ventilation.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Print Ventilation
         * @description The ventilation plan of a space, with the code by which the paper is checked.
         */
        readonly get: operations["davy_printing_api_print_ventilation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/permits/{permit_id}/ventilation/earlier": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Earlier Ventilation
         * @description How gas went down at this work point before: what a ventilation plan may take its decay from.
         */
        readonly get: operations["davy_permits_api_get_earlier_ventilation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/pin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * My Pin
         * @description Whether I have a PIN.
         */
        readonly get: operations["davy_signatures_api_my_pin"];
        readonly put?: never;
        /**
         * Choose Pin
         * @description Set my PIN, or another one.
         */
        readonly post: operations["davy_signatures_api_choose_pin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plan/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Plan
         * @description The plan of a site and everything that is placed on it.
         */
        readonly get: operations["davy_sites_api_get_plan"];
        /**
         * Put Plan
         * @description Set or replace the plan of a site.
         */
        readonly put: operations["davy_sites_api_put_plan"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plan/{site_id}/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Live Plan
         * @description What stands on the plan beside permits: areas with risk and freeze, people, isolations, red alarms.
         */
        readonly get: operations["davy_insight_wall_api_get_live_plan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/points": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Points
         * @description Work points by code.
         */
        readonly get: operations["davy_sites_api_list_points"];
        readonly put?: never;
        /**
         * Add Point
         * @description Enter a work point; it gets its QR token.
         */
        readonly post: operations["davy_sites_api_add_point"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/points/by-qr/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Point By Qr
         * @description The work point whose printed code holds this token.
         */
        readonly get: operations["davy_sites_api_get_point_by_qr"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/points/signs.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Print Signs
         * @description Signs with the codes of work points: of one, of an area's, or of all.
         */
        readonly get: operations["davy_printing_api_print_signs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/points/{point_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Point
         * @description One work point.
         */
        readonly get: operations["davy_sites_api_get_point"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Point
         * @description Change the fields given.
         */
        readonly patch: operations["davy_sites_api_change_point"];
        readonly trace?: never;
    };
    readonly "/api/v1/points/{point_id}/effects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Point Effects
         * @description The table of causes and effects of a work point, and the proposal for another one.
         */
        readonly get: operations["davy_actuation_api_point_effects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/posts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Posts
         * @description Posts by code with the names of holder and deputy.
         */
        readonly get: operations["davy_people_api_list_posts"];
        readonly put?: never;
        /**
         * Add Post
         * @description Enter a post.
         */
        readonly post: operations["davy_people_api_add_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/posts/{post_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Post
         * @description One post.
         */
        readonly get: operations["davy_people_api_get_post"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Post
         * @description Change the fields given: a new holder, a deputy, another superior.
         */
        readonly patch: operations["davy_people_api_change_post"];
        readonly trace?: never;
    };
    readonly "/api/v1/proposal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Proposal
         * @description What a new request is filled with from place, template and history.
         */
        readonly get: operations["davy_permits_api_get_proposal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/restrictions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Restrictions
         * @description Restrictions, the newest first; ``counting``: only those that stand today, or only others.
         */
        readonly get: operations["davy_people_ledger_api_list_restrictions"];
        readonly put?: never;
        /**
         * Add Restriction
         * @description Keep a person from types of work: a contraindication (GB 30871 4.9) or another reason, which is
         *     sealed.
         */
        readonly post: operations["davy_people_ledger_api_add_restriction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/restrictions/{restriction_id}/lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lift Restriction
         * @description It no longer stands, and who lifted it and why stays with it. Nobody lifts his own.
         */
        readonly post: operations["davy_people_ledger_api_lift_restriction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rulebook": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Rulebook
         * @description Packs, the basis of each type of work, and recalls.
         */
        readonly get: operations["davy_rulebook_api_get_rulebook"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rulebook/signatures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Signature Levels
         * @description The levels in force for new permits, and who is not set up for them.
         */
        readonly get: operations["davy_rulebook_signing_api_get_signature_levels"];
        /**
         * Put Signature Levels
         * @description Ask for these levels of permits submitted from now on; those that run keep theirs.
         */
        readonly put: operations["davy_rulebook_signing_api_put_signature_levels"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/scan/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Scan
         * @description What a scanned code stands for: a permit, or a work point with its open permits.
         */
        readonly get: operations["davy_permits_api_scan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/scans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Read Scan
         * @description What stands on a document of a person, proposed from its picture. Takes seconds; one at a time.
         */
        readonly post: operations["davy_scans_api_read_scan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/schemes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Schemes
         * @description Schemes, the last changed on top.
         */
        readonly get: operations["davy_schemes_api_list_schemes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/schemes/words": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Scheme Words
         * @description What its sections, states, duties and steps are called.
         */
        readonly get: operations["davy_schemes_api_scheme_words"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/schemes/{scheme_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Scheme
         * @description One scheme: its sections, versions and remarks, what the reader may do now, and who works by it.
         */
        readonly get: operations["davy_schemes_api_get_scheme"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/schemes/{scheme_id}/versions/{n}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Scheme Version
         * @description One version as it was frozen, section by section against the version before it.
         */
        readonly get: operations["davy_schemes_api_get_scheme_version"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/schemes/{scheme_id}/versions/{n}.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Print Scheme
         * @description A version of a work plan with its approval, and the code by which the paper is checked.
         */
        readonly get: operations["davy_printing_api_print_scheme"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search
         * @description What is found of everything that the account may read, a few of each kind.
         */
        readonly get: operations["davy_insight_search_api_search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/security-events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Security
         * @description Logins, wrong passwords and denials, the newest in front.
         */
        readonly get: operations["davy_accounts_api_list_security"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Session
         * @description Who am I; also sets the anti-forgery cookie. Answers a visitor without a login, too.
         */
        readonly get: operations["davy_accounts_api_get_session"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/activity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Own Activity
         * @description What I did and was on; open to everybody about himself.
         */
        readonly get: operations["davy_insight_activity_api_get_own_activity"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/language": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set Language
         * @description Choose the language of one's own account.
         */
        readonly post: operations["davy_accounts_api_set_language"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/pin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Prove Pin
         * @description Enter the PIN for one command that an enrolled device signs.
         */
        readonly post: operations["davy_signatures_api_prove_pin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/reauth": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Prove Password
         * @description Enter the password again for one command that carries a signature.
         */
        readonly post: operations["davy_permits_api_prove_password"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/signatures/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Evidence
         * @description What is kept of a signature that an event names, to be checked again by anybody.
         */
        readonly get: operations["davy_signatures_api_get_evidence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/signing-agreement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Agreement
         * @description The agreement to sign electronically, whether the company asks for it, and whether I gave it; it is
         *     given by the command agree_to_signing on my account.
         */
        readonly get: operations["davy_signatures_api_get_agreement"];
        /**
         * Put Agreement
         * @description Ask for the agreement before an approval, or no more.
         */
        readonly put: operations["davy_signatures_api_put_agreement"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Sites
         * @description Sites by code.
         */
        readonly get: operations["davy_sites_api_list_sites"];
        readonly put?: never;
        /**
         * Add Site
         * @description Enter a site.
         */
        readonly post: operations["davy_sites_api_add_site"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Site
         * @description Change the fields given.
         */
        readonly patch: operations["davy_sites_api_change_site"];
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/inside": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Inside
         * @description Who is inside a site now, or one area of it, as its gates saw it, and what makes that doubtful.
         */
        readonly get: operations["davy_gate_api_list_inside"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/weather": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Weather
         * @description The newest observation of a site's weather, however old.
         */
        readonly get: operations["davy_permits_api_get_weather"];
        readonly put?: never;
        /**
         * Enter Weather
         * @description Enter the weather observed now; running work of the site is judged anew.
         */
        readonly post: operations["davy_permits_api_enter_weather"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sites/{site_id}/weather-station": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Station
         * @description The weather station of a site and how it has answered.
         */
        readonly get: operations["davy_integrations_stations_api_get_station"];
        /**
         * Put Station
         * @description Set or replace the station. Only a station in the plant's own network may have a private address.
         */
        readonly put: operations["davy_integrations_stations_api_put_station"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/statistics/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Statistics
         * @description Permits or alarms counted by type, level, place, unit, person, state, time or contractor.
         */
        readonly get: operations["davy_insight_api_get_statistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/statistics/{subject}/ledger.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export Statistics
         * @description The ledger behind a figure as a sheet, at most MOST_EXPORTED lines. Who took it is kept.
         */
        readonly get: operations["davy_insight_api_export_statistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/statistics/{subject}/lines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Statistics
         * @description The permits or alarms behind a figure, the newest first.
         */
        readonly get: operations["davy_insight_api_list_statistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/substances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Substances
         * @description The substances that have limits, each with its name in both languages.
         */
        readonly get: operations["davy_permits_api_list_substances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sync": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send Queue
         * @description Signed envelopes from the queue of a phone, in the order of their numbers; each is answered by
         *     itself, and sent again it is answered the same.
         */
        readonly post: operations["davy_sync_api_send_queue"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/system": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get System
         * @description Whether the watching clock runs (S18).
         */
        readonly get: operations["davy_permits_api_get_system"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Tasks
         * @description What I must do now, what lapses first on top.
         */
        readonly get: operations["davy_permits_api_get_tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/templates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Templates
         * @description The templates a permit can be made from at a site, or at any site, in the order in which people look
         *     for them; what is switched off is not among them.
         */
        readonly get: operations["davy_permits_api_list_templates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/templates/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Template
         * @description What a request made from this template asks: fields, duties, hazards, measures.
         */
        readonly get: operations["davy_permits_api_get_template"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/terminal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enrol Terminal
         * @description A browser becomes a shared terminal by an invitation that an administrator made.
         */
        readonly post: operations["davy_sync_terminal_api_enrol_terminal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/terminal/forget": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Forget Me
         * @description End the visit or the login, whoever's it is.
         */
        readonly post: operations["davy_sync_terminal_api_forget_me"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/terminal/visits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Present Badge
         * @description A badge was read and a PIN entered: begin a visit, which reads and gives one command.
         */
        readonly post: operations["davy_sync_terminal_api_present_badge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/terminal/{kiosk_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Terminal
         * @description Whether this terminal is one, and what it signs next.
         */
        readonly get: operations["davy_sync_terminal_api_get_terminal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trainings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Trainings
         * @description Trainings, the last first.
         */
        readonly get: operations["davy_people_ledger_api_list_trainings"];
        readonly put?: never;
        /**
         * Add Training
         * @description Enter a training that was finished.
         */
        readonly post: operations["davy_people_ledger_api_add_training"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trainings/{training_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Training
         * @description Change the fields given.
         */
        readonly patch: operations["davy_people_ledger_api_change_training"];
        readonly trace?: never;
    };
    readonly "/api/v1/units": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Units
         * @description Production units by code.
         */
        readonly get: operations["davy_sites_api_list_units"];
        readonly put?: never;
        /**
         * Add Unit
         * @description Enter a production unit.
         */
        readonly post: operations["davy_sites_api_add_unit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/units/{unit_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Unit
         * @description Change the fields given.
         */
        readonly patch: operations["davy_sites_api_change_unit"];
        readonly trace?: never;
    };
    readonly "/api/v1/violations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Violations
         * @description Violations, the newest first; ``counting``: only those that keep somebody from work, or only others.
         */
        readonly get: operations["davy_people_api_list_violations"];
        readonly put?: never;
        /**
         * Add Violation
         * @description Enter a violation; from then on it keeps the person from new work for thirty days.
         */
        readonly post: operations["davy_people_api_add_violation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/violations/{violation_id}/lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lift Violation
         * @description It no longer counts, and the reason stays with it. Nobody lifts his own.
         */
        readonly post: operations["davy_people_api_lift_violation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/wall-screens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Screens
         * @description The screens that may show a board without a login, the newest first; none of their tokens.
         */
        readonly get: operations["davy_insight_wall_api_list_screens"];
        readonly put?: never;
        /**
         * Add Screen
         * @description Make a screen. Its token is in this answer and nowhere else.
         */
        readonly post: operations["davy_insight_wall_api_add_screen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/wall-screens/{screen_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke Screen
         * @description Revoke a screen: it shows nothing from this moment on. The row stays, to tell that it was.
         */
        readonly delete: operations["davy_insight_wall_api_revoke_screen"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/wall/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Wall
         * @description The wall board of a site, for who is logged in; people are named as on a screen by default.
         */
        readonly get: operations["davy_insight_wall_api_get_wall"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/work-orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List Orders
         * @description Maintenance plans and work orders, the latest first.
         */
        readonly get: operations["davy_planning_api_list_orders"];
        readonly put?: never;
        /**
         * Add Order
         * @description Enter a maintenance plan or work order.
         */
        readonly post: operations["davy_planning_api_add_order"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/work-orders/{work_order_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Order
         * @description One maintenance plan or work order.
         */
        readonly get: operations["davy_planning_api_get_order"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change Order
         * @description Change the fields given; closing it ends what may stand on it.
         */
        readonly patch: operations["davy_planning_api_change_order"];
        readonly trace?: never;
    };
    readonly "/api/v1/works/{site_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get Works
         * @description What the site offers, and what it may choose from; a site that never chose offers everything.
         */
        readonly get: operations["davy_sites_works_api_get_works"];
        /**
         * Put Works
         * @description Choose. It counts for new requests; what was sent before goes on.
         */
        readonly put: operations["davy_sites_works_api_put_works"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What the acceptor looks at; `photo`: with a photo. */
        readonly AcceptanceItem: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly photo: boolean;
        };
        /**
         * @description The command was carried out. `version` is the stream's version after it, `events` the types of what was
         *     written to the chain, in order; an empty list when nothing had to change.
         */
        readonly AcceptedOut: {
            /** @constant */
            readonly verdict: "accepted";
            readonly version: number;
            readonly events: readonly string[];
        };
        /** @description A new account. */
        readonly AccountIn: {
            readonly username: string;
            readonly password: string;
            readonly roles?: readonly string[];
            readonly person_id?: string | null;
            /**
             * @default zh
             * @enum {string}
             */
            readonly language?: "zh" | "en";
            /** @default true */
            readonly is_active?: boolean;
        };
        readonly AccountInPatch: {
            readonly username?: string | null;
            readonly password?: string | null;
            readonly roles?: readonly string[] | null;
            readonly person_id?: string | null;
            readonly language?: ("zh" | "en") | null;
            readonly is_active?: boolean | null;
        };
        /** @description An account as its administrator and its owner see it. */
        readonly AccountOut: {
            /** Format: uuid */
            readonly id: string;
            readonly username: string;
            readonly roles: readonly string[];
            /** @enum {string} */
            readonly language: "zh" | "en";
            readonly person_id: string | null;
            readonly is_active: boolean;
        };
        /**
         * @description One thing he did. A signature says its way and level and for which post it was; a refused attempt the
         *     codes of its reasons. `other` are acts that belong to no group.
         */
        readonly Act: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            readonly type: string;
            readonly group: ("asked" | "prepared" | "measured" | "signed" | "decided" | "present" | "rounds" | "work" | "alarms" | "refused") | "other";
            readonly title: components["schemas"]["Words"];
            readonly stream: string;
            readonly permit: components["schemas"]["ActPermit"] | null;
            readonly way: string | null;
            readonly level: number | null;
            readonly post: string | null;
            readonly codes: readonly string[];
        };
        /** @description The permit on which it was done. */
        readonly ActPermit: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            readonly level: string;
            readonly point: string | null;
        };
        /**
         * @description What a person did and was on in these days. `own`: the reader is he. `more` acts are older than the
         *     last of the page; `duties` and `violations` come with the first page only, `violations` is null for who
         *     may not read them.
         */
        readonly ActivityOut: {
            readonly person: components["schemas"]["Named"];
            readonly own: boolean;
            /** Format: date */
            readonly since: string;
            /** Format: date */
            readonly until: string;
            readonly acts: readonly components["schemas"]["Act"][];
            readonly more: boolean;
            readonly duties: readonly components["schemas"]["OnPermit"][];
            readonly violations: readonly components["schemas"]["ViolationHere"][] | null;
        };
        /**
         * @description The days in the plant's calendar, both included (default: the last thirty; a year at
         *     most is told), one group of acts, and the
         *     id of the last row of the page before.
         */
        readonly ActivityWanted: {
            readonly since?: string | null;
            readonly until?: string | null;
            readonly group?: ("asked" | "prepared" | "measured" | "signed" | "decided" | "present" | "rounds" | "work" | "alarms" | "refused") | null;
            readonly before?: string | null;
        };
        /** @description What effects, causes and loads are called, by code. */
        readonly ActuationWords: {
            readonly effects: {
                readonly [key: string]: components["schemas"]["EffectWords"];
            };
            readonly causes: {
                readonly [key: string]: components["schemas"]["CauseWords"];
            };
            readonly loads: {
                readonly [key: string]: components["schemas"]["LoadWords"];
            };
        };
        /** @description Where the messengers find a person; empty = not at all, and for SMS his phone number. */
        readonly Addresses: {
            /** @default  */
            readonly sms?: string;
            /** @default  */
            readonly wecom?: string;
            /** @default  */
            readonly dingtalk?: string;
            /** @default  */
            readonly mail?: string;
        };
        /** @description Whether an approval needs the agreement from now on. */
        readonly AgreementIn: {
            readonly asked: boolean;
        };
        /**
         * @description The agreement to sign electronically, in force as this `version`; `sha256` is over both languages.
         *     `asked`: an approval without it is refused. `agreed`: the version that I agreed to last, null for
         *     none.
         */
        readonly AgreementOut: {
            readonly version: number;
            readonly sha256: string;
            readonly zh: string;
            readonly en: string;
            readonly asked: boolean;
            readonly agreed: number | null;
            readonly agreed_at: string | null;
            readonly may_ask: boolean;
        };
        /**
         * @description Open alarms of the same words, in which somebody must act now: one line (S27). `at` is when the first
         *     was raised, `last_at` when one rang last, `state` that of the least seen, `kind` that of the newest,
         *     `code` that of AQ 3064.2; `about` are the conditions they name, `count` is how often they rang, `owners`
         *     the duties that must see to them, `mine` whether the next step on one of them is the reader's.
         */
        readonly AlarmHere: {
            readonly ids: readonly string[];
            readonly kind: string;
            readonly code: string | null;
            /** @enum {string} */
            readonly state: "raised" | "acknowledged" | "handled";
            readonly title: components["schemas"]["Words"];
            readonly about: readonly components["schemas"]["Words"][];
            /** Format: date-time */
            readonly at: string;
            /** Format: date-time */
            readonly last_at: string;
            readonly count: number;
            readonly remedies: readonly components["schemas"]["Words"][];
            readonly owners: readonly string[];
            readonly mine: boolean;
        };
        /**
         * @description How much the alarms of a span asked of people. Rates are for ten minutes, shares between 0 and 1; what
         *     was not asked for has none. `figures` are what they are held against, with their sources.
         */
        readonly AlarmLoad: {
            /** Format: date-time */
            readonly since: string;
            /** Format: date-time */
            readonly until: string;
            readonly alarms: number;
            readonly red: number;
            readonly average: string;
            readonly peak: number;
            readonly floods: number;
            readonly flood_share: string;
            readonly persons: readonly components["schemas"]["LoadPerson"][];
            readonly top: readonly components["schemas"]["LoadKind"][];
            readonly top_share: string | null;
            readonly chattering: readonly components["schemas"]["LoadAlarm"][];
            readonly due: number;
            readonly answered: number;
            readonly answered_share: string | null;
            readonly shelved: number;
            readonly on_shelf: number;
            readonly open: number;
            readonly standing: number;
            readonly figures: {
                readonly [key: string]: unknown;
            };
        };
        /** @description Which alarms: `before` is `last_at` of the last one of the page before. */
        readonly AlarmsIn: {
            readonly state?: ("open" | "raised" | "acknowledged" | "handled" | "closed") | null;
            readonly severity?: ("red" | "task") | null;
            readonly permit?: string | null;
            readonly before?: string | null;
            /** @default 100 */
            readonly size?: number;
        };
        /** @description A text in which the name stands and that may be about somebody else; `word` names it in the command. */
        readonly AlikeOut: {
            readonly word: string;
            readonly label: string;
            readonly kind: string;
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly text: string;
        };
        /** @description A gas value with its unit. */
        readonly Amount: {
            readonly value: string;
            /** @enum {string} */
            readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
        };
        /**
         * @description What waits for the reader: what he can decide first, then what still waits for somebody else, each
         *     by urgent repair, risk, level and age. `more` of his wait behind these. `others`: the oldest first.
         */
        readonly ApprovalQueue: {
            readonly mine: readonly components["schemas"]["MyRow"][];
            readonly more: number;
            readonly others: readonly components["schemas"]["OthersRow"][];
            /** Format: date-time */
            readonly server_time: string;
        };
        /** @description Which page of what was found, fifty a page. */
        readonly ArchiveIn: {
            readonly state?: string | null;
            readonly type?: string | null;
            readonly level?: string | null;
            readonly area?: string | null;
            readonly unit?: string | null;
            readonly point?: string | null;
            readonly equipment?: string | null;
            readonly firm?: string | null;
            readonly person?: string | null;
            readonly order?: string | null;
            readonly since?: string | null;
            readonly until?: string | null;
            readonly clearance?: ("open" | "confirmed" | "none") | null;
            readonly q?: string | null;
            readonly archive?: string | null;
            /** @default false */
            readonly mine?: boolean;
            /**
             * @default changed
             * @enum {string}
             */
            readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
            /** @default false */
            readonly rising?: boolean;
            /** @default 1 */
            readonly page?: number;
        };
        /**
         * @description What was found: a page of it, and all of it counted by each kind, the most first; months the newest
         *     first.
         */
        readonly ArchiveOut: {
            readonly total: number;
            readonly types: readonly components["schemas"]["CountOut"][];
            readonly levels: readonly components["schemas"]["CountOut"][];
            readonly states: readonly components["schemas"]["CountOut"][];
            readonly months: readonly components["schemas"]["CountOut"][];
            readonly areas: readonly components["schemas"]["PlaceCountOut"][];
            readonly units: readonly components["schemas"]["PlaceCountOut"][];
            readonly items: readonly components["schemas"]["BoardItem"][];
            readonly page: number;
            readonly size: number;
        };
        /**
         * @description The area. The rest is missing when the register no longer knows the point. `unknown` counts as the
         *     worst.
         */
        readonly AreaHere: {
            /** Format: uuid */
            readonly id: string;
            readonly code?: string;
            readonly name?: string;
            /** @enum {string} */
            readonly class?: "fire_explosion" | "other" | "unknown";
            /** @enum {string} */
            readonly ex_zone?: "none" | "0" | "1" | "2" | "20" | "21" | "22" | "unknown";
            readonly ex_group?: string | null;
            readonly ex_temperature?: string | null;
        };
        /** @description An area as entered; unclassified means unknown, which rules take as the worst. */
        readonly AreaIn: {
            /** Format: uuid */
            readonly site_id: string;
            readonly unit_id?: string | null;
            readonly code: string;
            readonly name: string;
            /**
             * @default unknown
             * @enum {string}
             */
            readonly area_class?: "fire_explosion" | "other" | "unknown";
            /**
             * @default unknown
             * @enum {string}
             */
            readonly ex_zone?: "none" | "0" | "1" | "2" | "20" | "21" | "22" | "unknown";
            readonly ex_group?: ("IIA" | "IIB" | "IIC" | "IIIA" | "IIIB" | "IIIC") | null;
            readonly ex_temperature?: string | null;
            /** @default false */
            readonly major_hazard?: boolean;
            readonly risk_grade?: ("red" | "orange" | "yellow" | "blue") | null;
            /** @default false */
            readonly tank_farm_bund?: boolean;
            /** @default false */
            readonly pipe_rack?: boolean;
            /** @default false */
            readonly fixed_hot_zone?: boolean;
            readonly fixed_hot_zone_reviewed_on?: string | null;
            readonly media?: readonly string[];
            readonly fence?: components["schemas"]["CircleIn"] | components["schemas"]["PolygonIn"] | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        readonly AreaInPatch: {
            readonly site_id?: string | null;
            readonly unit_id?: string | null;
            readonly code?: string | null;
            readonly name?: string | null;
            readonly area_class?: ("fire_explosion" | "other" | "unknown") | null;
            readonly ex_zone?: ("none" | "0" | "1" | "2" | "20" | "21" | "22" | "unknown") | null;
            readonly ex_group?: ("IIA" | "IIB" | "IIC" | "IIIA" | "IIIB" | "IIIC") | null;
            readonly ex_temperature?: string | null;
            readonly major_hazard?: boolean | null;
            readonly risk_grade?: ("red" | "orange" | "yellow" | "blue") | null;
            readonly tank_farm_bund?: boolean | null;
            readonly pipe_rack?: boolean | null;
            readonly fixed_hot_zone?: boolean | null;
            readonly fixed_hot_zone_reviewed_on?: string | null;
            readonly media?: readonly string[] | null;
            readonly fence?: components["schemas"]["CircleIn"] | components["schemas"]["PolygonIn"] | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        /** @description An area. */
        readonly AreaOut: {
            /** Format: uuid */
            readonly site_id: string;
            readonly unit_id: string | null;
            readonly code: string;
            readonly name: string;
            /**
             * @default unknown
             * @enum {string}
             */
            readonly area_class: "fire_explosion" | "other" | "unknown";
            /**
             * @default unknown
             * @enum {string}
             */
            readonly ex_zone: "none" | "0" | "1" | "2" | "20" | "21" | "22" | "unknown";
            readonly ex_group: ("IIA" | "IIB" | "IIC" | "IIIA" | "IIIB" | "IIIC") | null;
            readonly ex_temperature: string | null;
            /** @default false */
            readonly major_hazard: boolean;
            readonly risk_grade: ("red" | "orange" | "yellow" | "blue") | null;
            /** @default false */
            readonly tank_farm_bund: boolean;
            /** @default false */
            readonly pipe_rack: boolean;
            /** @default false */
            readonly fixed_hot_zone: boolean;
            readonly fixed_hot_zone_reviewed_on: string | null;
            readonly media: readonly string[];
            readonly fence: components["schemas"]["CircleIn"] | components["schemas"]["PolygonIn"] | null;
            readonly plan_x: number | null;
            readonly plan_y: number | null;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description When somebody's presence was proven, and how: against the fence, with the distance in metres. */
        readonly Arrival: {
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly on_site: "inside" | "outside" | "unknown";
            readonly distance_m: number | null;
        };
        /** @description A message that could not be taken. `head` is how it begins, as far as it is text. */
        readonly AsideOut: {
            readonly log_seq: number;
            readonly partition: number;
            readonly code: string;
            readonly detail: string;
            readonly topic: string;
            readonly gateway_id: string | null;
            readonly instrument_id: string | null;
            /** Format: date-time */
            readonly received_at: string;
            readonly size: number;
            readonly head: string;
        };
        /**
         * @description A step that somebody asked for without a connection, at the instant his phone tells. Nothing has come
         *     of it yet: he takes it himself as soon as he can be heard (S16).
         */
        readonly AskedOut: {
            readonly what: string;
            readonly title: components["schemas"]["Words"];
            /** Format: uuid */
            readonly by: string;
            readonly name: string | null;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description A passkey's answer over the envelope, each part base64url (ADR 0012). */
        readonly AssertionIn: {
            readonly id: string;
            readonly client_data: string;
            readonly authenticator_data: string;
            readonly signature: string;
        };
        /**
         * @description A stored attachment; width and height in pixels for pictures. `taken_at` is when by the clock of the
         *     `camera`, null where it does not say.
         */
        readonly AttachmentOut: {
            readonly sha256: string;
            readonly media_type: string;
            readonly size: number;
            readonly width: number | null;
            readonly height: number | null;
            readonly taken_at: string | null;
            readonly camera: string;
        };
        /** @description One change of reference data. */
        readonly AuditOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            readonly account_id: string | null;
            readonly resource: string;
            /** Format: uuid */
            readonly resource_id: string;
            readonly before: {
                readonly [key: string]: unknown;
            } | null;
            readonly after: {
                readonly [key: string]: unknown;
            } | null;
        };
        /** @description The instant at which it was noted as read. */
        readonly BackIn: {
            /** Format: date-time */
            readonly at: string;
        };
        /** @description A badge for a person, as a reader tells its number; and the password of whoever registers it. */
        readonly BadgeIn: {
            readonly password: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly number: string;
        };
        /** @description A badge; of its number only the end is told. */
        readonly BadgeOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly account_id: string;
            readonly person_name: string | null;
            readonly ends_in: string;
            /** Format: date-time */
            readonly made_at: string;
            readonly revoked_at: string | null;
        };
        /** @description From this score on a risk has at least this colour; below every band it is blue. */
        readonly BandOut: {
            /** @enum {string} */
            readonly grade: "red" | "orange" | "yellow" | "blue";
            readonly from: string;
        };
        /** @description Records that a person confirmed, or that one night took (`standing`): what came of them. */
        readonly BatchOut: {
            /** Format: uuid */
            readonly id: string;
            readonly standing: boolean;
            readonly reason: string;
            /** Format: uuid */
            readonly ordered_by: string;
            readonly ordered_by_name: string | null;
            /** Format: date-time */
            readonly ordered_at: string;
            readonly ended_at: string | null;
            readonly removed: number;
            readonly kept: number;
            readonly waiting: number;
        };
        /**
         * @description How far a company has come before its first permit, and by which words its rules know posts and
         *     items of certificates.
         */
        readonly BeginningOut: {
            readonly steps: readonly components["schemas"]["BeginningStep"][];
            readonly posts: readonly components["schemas"]["PostTitle"][];
            readonly items: readonly components["schemas"]["CertificateItem"][];
        };
        /**
         * @description One step: where it is entered, and what it lacks: names of people and sites, codes of posts and kinds
         *     of certificates, or the step's own id where there is nothing at all. Done when it lacks nothing.
         */
        readonly BeginningStep: {
            readonly id: string;
            readonly room: string;
            readonly tab: string;
            readonly lacking: readonly string[];
        };
        /** @description A gate that tells nothing since. */
        readonly BlindOut: {
            readonly gate: string;
            readonly code: string;
            /** Format: date-time */
            readonly since: string;
        };
        /** @description One blind of an isolation that is not over: its unified number, its pipe and how it stands. */
        readonly BlindRow: {
            readonly number: string;
            readonly line: string;
            readonly name: string;
            /** @enum {string} */
            readonly state: "planned" | "fitting" | "applied" | "verified" | "released" | "taking_out" | "removed" | "restored";
            readonly point: string;
            /** Format: uuid */
            readonly isolation: string;
            readonly isolation_number: string;
            readonly title: string;
            readonly area_name: string | null;
        };
        /** @description One block of sheets. `commands` are the steps the reader may take with the block as a whole. */
        readonly BlockOut: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "held" | "offered";
            readonly template: string;
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            readonly packs: readonly string[];
            readonly site: components["schemas"]["Named"];
            readonly areas: readonly components["schemas"]["Named"][];
            readonly printed: components["schemas"]["PaperMark"];
            readonly holder: components["schemas"]["Named"];
            readonly offered: components["schemas"]["Named"] | null;
            readonly gaps: number;
            readonly live: number;
            readonly sheets: readonly components["schemas"]["PaperSheet"][];
            readonly commands: readonly string[];
        };
        /**
         * @description A block that may still be worked by, for phones to know its sheets without the server: their numbers
         *     run from `first` to `last`.
         */
        readonly BlockRange: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            /** Format: uuid */
            readonly site: string;
            readonly title: components["schemas"]["Words"];
            readonly first: number;
            readonly last: number;
        };
        /**
         * @description A page of permits. `total` counts all pages; `counts` all states under the same filters but that of the
         *     state; `clearance_open` those whose site is not confirmed clear. `next` and `previous` are places in the
         *     list, to be sent back as `after` and `before`; null where nothing follows, or nothing is known before.
         */
        readonly Board: {
            readonly items: readonly components["schemas"]["BoardItem"][];
            readonly total: number;
            readonly counts: {
                readonly [key: string]: number;
            };
            readonly clearance_open: number;
            readonly next: string | null;
            readonly previous: string | null;
            readonly page: number;
            readonly size: number;
        };
        /** @description Which page of the list: by its number, or better by its place, which new permits do not move. */
        readonly BoardIn: {
            readonly state?: string | null;
            readonly type?: string | null;
            readonly level?: string | null;
            readonly area?: string | null;
            readonly unit?: string | null;
            readonly point?: string | null;
            readonly equipment?: string | null;
            readonly firm?: string | null;
            readonly person?: string | null;
            readonly order?: string | null;
            readonly since?: string | null;
            readonly until?: string | null;
            readonly clearance?: ("open" | "confirmed" | "none") | null;
            readonly q?: string | null;
            readonly archive?: string | null;
            /** @default false */
            readonly mine?: boolean;
            /**
             * @default changed
             * @enum {string}
             */
            readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
            /** @default false */
            readonly rising?: boolean;
            readonly after?: string | null;
            readonly before?: string | null;
            /** @default 1 */
            readonly page?: number;
            /** @default 50 */
            readonly size?: number;
        };
        /**
         * @description A permit in a list. `lapses_at` is when its lamp goes out unless something is renewed;
         *     `not_confirmed`: paused, and nobody on site has confirmed that work stopped (S8); `causes` are the
         *     kinds of its open causes; `risk` is null until the hazard analysis is graded.
         */
        readonly BoardItem: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly version: number;
            readonly type: string;
            readonly level: string;
            readonly risk: ("red" | "orange" | "yellow" | "blue") | null;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            /** @enum {string} */
            readonly clearance: "none" | "open" | "confirmed";
            readonly content: string;
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["PointMark"];
            readonly window: components["schemas"]["Span"];
            readonly responsible: components["schemas"]["MaybeNamed"];
            readonly guardian: components["schemas"]["MaybeNamed"];
            readonly lapses_at: string | null;
            readonly not_confirmed: boolean;
            readonly causes: readonly string[];
            readonly started_at: string | null;
            /** Format: date-time */
            readonly changed_at: string;
        };
        /** @description Special work asked for ahead. On the day itself only as urgent, with its reason. */
        readonly BookingIn: {
            /** Format: uuid */
            readonly point_id: string;
            readonly order_id?: string | null;
            readonly applicant_unit: string;
            readonly work_unit: string;
            readonly content: string;
            readonly templates: readonly string[];
            /** @default  */
            readonly level?: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
            /** @default false */
            readonly urgent?: boolean;
            /** @default  */
            readonly reason?: string;
        };
        /** @description A booking with the names of place and people. */
        readonly BookingOut: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly state: "asked" | "approved" | "refused" | "withdrawn";
            /** Format: uuid */
            readonly site_id: string;
            /** Format: uuid */
            readonly area_id: string;
            readonly area: string;
            /** Format: uuid */
            readonly point_id: string;
            readonly point: string;
            readonly order_id: string | null;
            readonly order_number: string | null;
            readonly applicant_unit: string;
            readonly work_unit: string;
            readonly content: string;
            readonly templates: readonly string[];
            readonly level: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
            readonly urgent: boolean;
            readonly reason: string;
            /** Format: uuid */
            readonly booked_by: string;
            readonly booked_by_name: string | null;
            /** Format: date-time */
            readonly booked_at: string;
            readonly decided_by_name: string | null;
            readonly decided_at: string | null;
            readonly note: string;
            readonly mine: boolean;
            readonly may_decide: boolean;
        };
        /** @description Those whose stretch shares time with [start, end). */
        readonly BookingsWanted: {
            /** Format: date-time */
            readonly start: string;
            /** Format: date-time */
            readonly end: string;
            readonly area?: string | null;
            readonly state?: ("asked" | "approved" | "refused" | "withdrawn") | null;
        };
        /** @description What is to be briefed, who did it, who must sign and who signed (person → when). */
        readonly BriefingOut: {
            readonly items: readonly components["schemas"]["Item"][];
            readonly by: components["schemas"]["Named"] | null;
            readonly at: string | null;
            readonly due: readonly components["schemas"]["Named"][];
            readonly signed: {
                readonly [key: string]: string;
            };
        };
        /** @description Who did it: a person, or `clock` and the like; `name` is null when nothing is said of anybody. */
        readonly By: {
            readonly id: string | null;
            readonly name: string | null;
        };
        /**
         * @description Night, weekly rest, last day whose holidays are entered; ``configured`` releases the calendar.
         *     ``escalation``: what special periods raise for hot work.
         */
        readonly CalendarIn: {
            readonly configured: boolean;
            readonly night_start?: string | null;
            readonly night_end?: string | null;
            readonly rest_weekdays?: readonly number[];
            readonly holidays_until?: string | null;
            /** @default approver */
            readonly escalation?: ("level" | "approver") | null;
        };
        /** @description The whole calendar of a site. */
        readonly CalendarOut: {
            readonly configured: boolean;
            readonly night_start: string | null;
            readonly night_end: string | null;
            readonly rest_weekdays: readonly number[];
            readonly holidays_until: string | null;
            /** @default approver */
            readonly escalation: ("level" | "approver") | null;
            /** Format: uuid */
            readonly site_id: string;
            readonly periods: readonly components["schemas"]["PeriodOut"][];
            readonly working_days: readonly components["schemas"]["WorkingDayOut"][];
            readonly shifts: readonly components["schemas"]["ShiftOut"][];
        };
        /**
         * @description A camera as entered. ``state`` is what somebody told, nothing asks the camera; an empty ``ex_mark``
         *     means that it carries none; ``link`` is shown to the control room and never fetched.
         */
        readonly CameraIn: {
            /** Format: uuid */
            readonly site_id: string;
            readonly point_id?: string | null;
            readonly code: string;
            readonly name: string;
            /** @default  */
            readonly watches?: string;
            /** @default  */
            readonly ex_mark?: string;
            /** @default  */
            readonly link?: string;
            /**
             * @default unknown
             * @enum {string}
             */
            readonly state?: "working" | "broken" | "unknown";
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        readonly CameraInPatch: {
            readonly site_id?: string | null;
            readonly point_id?: string | null;
            readonly code?: string | null;
            readonly name?: string | null;
            readonly watches?: string | null;
            readonly ex_mark?: string | null;
            readonly link?: string | null;
            readonly state?: ("working" | "broken" | "unknown") | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        /** @description A camera. */
        readonly CameraOut: {
            /** Format: uuid */
            readonly site_id: string;
            readonly point_id: string | null;
            readonly code: string;
            readonly name: string;
            /** @default  */
            readonly watches: string;
            /** @default  */
            readonly ex_mark: string;
            /** @default  */
            readonly link: string;
            /**
             * @default unknown
             * @enum {string}
             */
            readonly state: "working" | "broken" | "unknown";
            readonly plan_x: number | null;
            readonly plan_y: number | null;
            /** Format: uuid */
            readonly id: string;
        };
        /**
         * @description One permit, judged at `server_time` for the reader.
         *
         *     `missing` are the gates of the next step that are not met, `requirements` everything that stands at the
         *     next step or is watched. Green is shown for at most `lease_s` seconds without a new answer (S17).
         *     `levels` are those of the type, the strictest first; `basis` is the SHA-256 of the rules it stands on,
         *     null for a draft. `photo_times` are the pictures whose camera tells another time than when they were
         *     handed in, with that time. `stood_by_at` is when the guardian stood by, null when he has to do so anew.
         *     `hand_over_to` are the permits that may be named while the place is not clear and nobody is inside.
         */
        readonly Card: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly version: number;
            readonly type: string;
            readonly template: string;
            readonly title: components["schemas"]["Words"];
            readonly level: string;
            readonly levels: readonly string[];
            readonly minimum_level: string | null;
            readonly requested_level: string | null;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            /** @enum {string} */
            readonly clearance: "none" | "open" | "confirmed";
            readonly end_reason: string | null;
            readonly ended_at: string | null;
            readonly window: components["schemas"]["Span"];
            readonly work: {
                readonly [key: string]: boolean | number | string | readonly string[];
            };
            readonly content: string;
            readonly remark: string;
            readonly contractor: string | null;
            readonly photos: readonly string[];
            readonly photo_times: {
                readonly [key: string]: string;
            };
            readonly links: readonly string[];
            readonly basis: string | null;
            readonly issued_at: string | null;
            readonly started_at: string | null;
            readonly ticket: components["schemas"]["Arrival"] | null;
            readonly five_checks: components["schemas"]["FiveChecks"];
            readonly guard_round_at: string | null;
            readonly stood_by_at: string | null;
            readonly fire: components["schemas"]["FireOut"];
            readonly rectifications: readonly components["schemas"]["RectificationOut"][];
            readonly offers: {
                readonly [key: string]: string;
            };
            readonly simulated: boolean;
            readonly qr: components["schemas"]["Code"];
            readonly place: components["schemas"]["PlaceOfWork"];
            readonly lamp: components["schemas"]["Lamp"];
            readonly crew: components["schemas"]["CrewOut"];
            readonly mine: components["schemas"]["Mine"];
            readonly missing: readonly components["schemas"]["Condition"][];
            readonly requirements: readonly components["schemas"]["Condition"][];
            readonly hazards: readonly components["schemas"]["HazardRow"][];
            readonly risk: components["schemas"]["RiskOut"] | null;
            readonly measures: readonly components["schemas"]["MeasureRow"][];
            readonly records: readonly components["schemas"]["RecordRow"][];
            readonly gas: components["schemas"]["GasOut"];
            readonly ventilation: components["schemas"]["VentilationOut"] | null;
            readonly briefing: components["schemas"]["BriefingOut"];
            readonly stages: readonly components["schemas"]["StageOut"][];
            readonly route: components["schemas"]["RouteOut"];
            readonly critical: readonly components["schemas"]["CriticalItem"][];
            readonly causes: readonly components["schemas"]["CauseOut"][];
            readonly pause: components["schemas"]["PauseOut"] | null;
            readonly asked: readonly components["schemas"]["AskedOut"][];
            readonly untethered: components["schemas"]["UntetheredOut"] | null;
            readonly register: components["schemas"]["RegisterOut"];
            readonly acceptance: readonly components["schemas"]["AcceptanceItem"][];
            readonly photo_duties: readonly components["schemas"]["PhotoDuty"][];
            readonly five_check_items: readonly components["schemas"]["Item"][];
            readonly clearance_items: readonly components["schemas"]["Item"][];
            readonly alarms: readonly components["schemas"]["AlarmHere"][];
            readonly hand_over_to: readonly components["schemas"]["BoardItem"][];
            readonly linked: components["schemas"]["Linked"];
            readonly plan: components["schemas"]["PlanHere"] | null;
            readonly scheme: components["schemas"]["SchemeHere"] | null;
            readonly fields: readonly components["schemas"]["FormField"][];
            /** Format: date-time */
            readonly server_time: string;
            readonly lease_s: number;
            readonly system: components["schemas"]["Watched"];
        };
        /** @description A pack of certificates; `to_confirm`: its text was not obtained, or not yet held against it. */
        readonly CatalogueOut: {
            readonly id: string;
            readonly version: string;
            readonly kinds: readonly string[];
            readonly title: {
                readonly [key: string]: string;
            };
            readonly source: string;
            /** Format: date */
            readonly effective: string;
            readonly until: string | null;
            readonly grade: string;
            readonly to_confirm: boolean;
            readonly valid_months: number | null;
            readonly review_months: number | null;
            readonly categories: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        /**
         * @description An open cause of the pause. `closed_by` are the duties that may close it, empty when only resuming
         *     does; `needs` what must be true first; `detail` the condition in words, or an id.
         */
        readonly CauseOut: {
            readonly id: string;
            readonly kind: string;
            readonly title: components["schemas"]["Words"];
            readonly detail: components["schemas"]["Words"] | string | null;
            readonly by: components["schemas"]["By"] | null;
            /** Format: date-time */
            readonly at: string;
            readonly closed_by: readonly string[];
            readonly needs: readonly ("on_site" | "round" | "guardian" | "measures" | "change")[];
            readonly mine: boolean;
            readonly told: readonly components["schemas"]["InstrumentTold"][];
        };
        /** @description A cause. `always`: it belongs to every table that has a siren. */
        readonly CauseWords: {
            readonly zh: string;
            readonly en: string;
            readonly source: string;
            readonly mark: string;
            readonly always: boolean;
        };
        /**
         * @description A certificate that a duty asks for; `when`: only for such work (field → value or values); `person`:
         *     only of him whom that field names.
         */
        readonly CertificateDemand: {
            readonly kind: string;
            readonly item: string;
            readonly category?: string;
            readonly person?: string;
            readonly when?: {
                readonly [key: string]: boolean | string | readonly (boolean | string)[];
            };
        };
        /** @description A certificate as entered; days are included. */
        readonly CertificateIn: {
            /** Format: uuid */
            readonly person_id: string;
            /** @enum {string} */
            readonly kind: "special_operation" | "special_equipment" | "guardian" | "gas_analyst" | "safety_manager";
            readonly number: string;
            readonly item: string;
            /** @default  */
            readonly issuer?: string;
            readonly issued_at?: string | null;
            readonly valid_from?: string | null;
            readonly valid_to?: string | null;
            readonly review_due?: string | null;
            /** @default  */
            readonly holder_name?: string;
            /** @default  */
            readonly scan?: string;
        };
        readonly CertificateInPatch: {
            readonly person_id?: string | null;
            readonly kind?: ("special_operation" | "special_equipment" | "guardian" | "gas_analyst" | "safety_manager") | null;
            readonly number?: string | null;
            readonly item?: string | null;
            readonly issuer?: string | null;
            readonly issued_at?: string | null;
            readonly valid_from?: string | null;
            readonly valid_to?: string | null;
            readonly review_due?: string | null;
            readonly holder_name?: string | null;
            readonly scan?: string | null;
        };
        /** @description An item that a work asks for on a certificate of this kind, by the words of the certificate. */
        readonly CertificateItem: {
            readonly kind: string;
            readonly item: string;
        };
        /** @description A certificate with its state today; the number is masked for who need not know it. */
        readonly CertificateOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly kind: string;
            readonly number: string;
            readonly item: string;
            readonly issuer: string;
            readonly issued_at: string | null;
            readonly valid_from: string | null;
            readonly valid_to: string | null;
            readonly review_due: string | null;
            readonly holder_name: string;
            readonly scan: string;
            readonly state: components["schemas"]["Standing"];
        };
        /**
         * @description One change of a person's entries: who, when, of which register, each field from and to. Of a personal
         *     value the trail itself says only "set" or "changed"; what it was is told while it is kept.
         */
        readonly ChangeOut: {
            /** Format: date-time */
            readonly at: string;
            readonly by: string | null;
            readonly resource: string;
            /** Format: uuid */
            readonly resource_id: string;
            /** @enum {string} */
            readonly action: "entered" | "changed" | "removed";
            readonly fields: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        /** @description One thing that changed since the print. */
        readonly Changed: {
            readonly zh: string;
            readonly en: string;
            readonly code: string;
        };
        /**
         * @description A medical examination as entered; `findings` are sealed, null leaves them as they are. Without
         *     `valid_to` the period of its kind counts, where there is one.
         */
        readonly CheckupIn: {
            /** Format: uuid */
            readonly person_id: string;
            readonly kind: string;
            /** Format: date */
            readonly done_on: string;
            readonly valid_to?: string | null;
            /** @enum {string} */
            readonly verdict: "fit" | "limited" | "unfit";
            /** @default  */
            readonly issuer?: string;
            /** @default  */
            readonly scan?: string;
            readonly findings?: string | null;
        };
        readonly CheckupInPatch: {
            readonly person_id?: string | null;
            readonly kind?: string | null;
            readonly done_on?: string | null;
            readonly valid_to?: string | null;
            readonly verdict?: ("fit" | "limited" | "unfit") | null;
            readonly issuer?: string | null;
            readonly scan?: string | null;
            readonly findings?: string | null;
        };
        /** @description A medical examination without what was found. */
        readonly CheckupOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly person_name: string | null;
            readonly kind: string;
            /** Format: date */
            readonly done_on: string;
            readonly valid_to: string | null;
            readonly verdict: string;
            readonly issuer: string;
            readonly scan: string;
            readonly has_findings: boolean;
            readonly counts: boolean;
        };
        /** @description A post that may be added as a signer or get a copy, with who would sign for it. */
        readonly Choice: {
            readonly code: string;
            readonly name: string | null;
            readonly holders: readonly components["schemas"]["Named"][];
        };
        /** @description A round fence; degrees WGS-84 and metres. */
        readonly CircleIn: {
            readonly lat: number;
            readonly lon: number;
            readonly radius_m: number;
        };
        /**
         * @description One clause, what kind it is and in what state Davy holds it. `tests` are files of the sources, or
         *     file::function.
         */
        readonly Clause: {
            readonly clause: string;
            readonly topic: components["schemas"]["Words"];
            /** @enum {string} */
            readonly kind: "hard" | "informative" | "enterprise" | "outside";
            /** @enum {string} */
            readonly state: "held" | "part" | "open" | "outside";
            readonly note: components["schemas"]["Words"] | null;
            readonly requirements: readonly string[];
            readonly templates: readonly string[];
            readonly held_by: readonly string[];
            readonly tests: readonly string[];
        };
        /** @description Which parts somebody needs in clear, and why; both are kept with his name. */
        readonly ClearIn: {
            readonly what: readonly ("identity" | "rescue" | "medical")[];
            readonly why: string;
        };
        /** @description The parts asked for, the others null. */
        readonly ClearOut: {
            readonly id_number?: string | null;
            readonly blood_group?: string | null;
            readonly contacts?: readonly components["schemas"]["Contact"][] | null;
            readonly medical?: readonly {
                readonly [key: string]: string;
            }[] | null;
        };
        /** @description What the permit's own code holds. */
        readonly Code: {
            readonly token: string;
        };
        /** @description A column that is shown; `width` in pixels, null: as wide as it needs. */
        readonly Column: {
            readonly id: string;
            readonly width: number | null;
        };
        /** @description One command: an envelope whose `body` is that of its `kind`. The exact bytes are hashed, so nothing may be sent that is not described. What only the clock or a driver gives is refused from anybody else. */
        readonly Command: (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "agree_to_signing";
            readonly body: components["schemas"]["account.agree_to_signing"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "enrol_passkey";
            readonly body: components["schemas"]["account.enrol_passkey"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "revoke_passkey";
            readonly body: components["schemas"]["account.revoke_passkey"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "propose_table";
            readonly body: components["schemas"]["actuation.propose_table"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "approve_table";
            readonly body: components["schemas"]["actuation.approve_table"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "withdraw_table";
            readonly body: components["schemas"]["actuation.withdraw_table"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "restore_effect";
            readonly body: components["schemas"]["actuation.restore_effect"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "request_effects";
            readonly body: components["schemas"]["actuation.request_effects"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "note_reading";
            readonly body: components["schemas"]["actuation.note_reading"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "note_answer";
            readonly body: components["schemas"]["actuation.note_answer"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "look_at_orders";
            readonly body: components["schemas"]["actuation.look_at_orders"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "raise_alarm";
            readonly body: components["schemas"]["alarm.raise_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "acknowledge_alarm";
            readonly body: components["schemas"]["alarm.acknowledge_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "handle_alarm";
            readonly body: components["schemas"]["alarm.handle_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "close_alarm";
            readonly body: components["schemas"]["alarm.close_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "ring_alarm";
            readonly body: components["schemas"]["alarm.ring_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "shelve_alarm";
            readonly body: components["schemas"]["alarm.shelve_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "unshelve_alarm";
            readonly body: components["schemas"]["alarm.unshelve_alarm"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "freeze_area";
            readonly body: components["schemas"]["area.freeze_area"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "lift_area";
            readonly body: components["schemas"]["area.lift_area"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "call_help";
            readonly body: components["schemas"]["area.call_help"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "print_block";
            readonly body: components["schemas"]["block.print_block"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "hand_over_block";
            readonly body: components["schemas"]["block.hand_over_block"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "take_block";
            readonly body: components["schemas"]["block.take_block"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "chase_block";
            readonly body: components["schemas"]["block.chase_block"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "return_sheets";
            readonly body: components["schemas"]["block.return_sheets"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "void_sheet";
            readonly body: components["schemas"]["block.void_sheet"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "account_unused";
            readonly body: components["schemas"]["block.account_unused"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "report_loss";
            readonly body: components["schemas"]["block.report_loss"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_loss";
            readonly body: components["schemas"]["block.confirm_loss"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "register_sheet";
            readonly body: components["schemas"]["block.register_sheet"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "fill_in_sheet";
            readonly body: components["schemas"]["block.fill_in_sheet"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "review_sheet";
            readonly body: components["schemas"]["block.review_sheet"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "close_sheet";
            readonly body: components["schemas"]["block.close_sheet"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "delegate";
            readonly body: components["schemas"]["delegation.delegate"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "revoke_delegation";
            readonly body: components["schemas"]["delegation.revoke_delegation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "enrol_device";
            readonly body: components["schemas"]["device.enrol_device"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "enrol_kiosk";
            readonly body: components["schemas"]["device.enrol_kiosk"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "mark_device";
            readonly body: components["schemas"]["device.mark_device"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "revoke_device";
            readonly body: components["schemas"]["device.revoke_device"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "open_emergency";
            readonly body: components["schemas"]["emergency.open_emergency"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "tick_task";
            readonly body: components["schemas"]["emergency.tick_task"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "untick_task";
            readonly body: components["schemas"]["emergency.untick_task"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "call_person";
            readonly body: components["schemas"]["emergency.call_person"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "note_emergency";
            readonly body: components["schemas"]["emergency.note_emergency"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "end_emergency";
            readonly body: components["schemas"]["emergency.end_emergency"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "request_erasure";
            readonly body: components["schemas"]["erasure.request_erasure"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "carry_out_erasure";
            readonly body: components["schemas"]["erasure.carry_out_erasure"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "withdraw_erasure";
            readonly body: components["schemas"]["erasure.withdraw_erasure"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "judge_passes";
            readonly body: components["schemas"]["gate.judge_passes"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "note_answer";
            readonly body: components["schemas"]["gate.note_answer"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "note_silence";
            readonly body: components["schemas"]["gate.note_silence"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "place_hold";
            readonly body: components["schemas"]["hold.place_hold"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "lift_hold";
            readonly body: components["schemas"]["hold.lift_hold"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "enrol_instrument";
            readonly body: components["schemas"]["instrument.enrol_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "place_instrument";
            readonly body: components["schemas"]["instrument.place_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "calibrate_instrument";
            readonly body: components["schemas"]["instrument.calibrate_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "bump_test_instrument";
            readonly body: components["schemas"]["instrument.bump_test_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "bind_instrument";
            readonly body: components["schemas"]["instrument.bind_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "release_instrument";
            readonly body: components["schemas"]["instrument.release_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "retire_instrument";
            readonly body: components["schemas"]["instrument.retire_instrument"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "plan_isolation";
            readonly body: components["schemas"]["isolation.plan_isolation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "name_people";
            readonly body: components["schemas"]["isolation.name_people"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "add_point";
            readonly body: components["schemas"]["isolation.add_point"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "drop_point";
            readonly body: components["schemas"]["isolation.drop_point"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "cancel_isolation";
            readonly body: components["schemas"]["isolation.cancel_isolation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "begin_blind";
            readonly body: components["schemas"]["isolation.begin_blind"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "abandon_blind";
            readonly body: components["schemas"]["isolation.abandon_blind"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "apply_point";
            readonly body: components["schemas"]["isolation.apply_point"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "verify_point";
            readonly body: components["schemas"]["isolation.verify_point"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "doubt_point";
            readonly body: components["schemas"]["isolation.doubt_point"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "hang_lock";
            readonly body: components["schemas"]["isolation.hang_lock"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "take_lock_off";
            readonly body: components["schemas"]["isolation.take_lock_off"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "request_force";
            readonly body: components["schemas"]["isolation.request_force"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_force";
            readonly body: components["schemas"]["isolation.confirm_force"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "rely";
            readonly body: components["schemas"]["isolation.rely"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "release";
            readonly body: components["schemas"]["isolation.release"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "count_out";
            readonly body: components["schemas"]["isolation.count_out"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "start_test";
            readonly body: components["schemas"]["isolation.start_test"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "end_test";
            readonly body: components["schemas"]["isolation.end_test"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "remove_point";
            readonly body: components["schemas"]["isolation.remove_point"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_restored";
            readonly body: components["schemas"]["isolation.confirm_restored"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "declare_outage";
            readonly body: components["schemas"]["outage.declare_outage"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "extend_outage";
            readonly body: components["schemas"]["outage.extend_outage"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "end_outage";
            readonly body: components["schemas"]["outage.end_outage"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "chase_outage";
            readonly body: components["schemas"]["outage.chase_outage"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "seal_readings";
            readonly body: components["schemas"]["readings.seal_readings"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "remove_record";
            readonly body: components["schemas"]["removal.remove_record"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "set_period";
            readonly body: components["schemas"]["retention.set_period"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "withdraw_shortening";
            readonly body: components["schemas"]["retention.withdraw_shortening"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "switch_removal";
            readonly body: components["schemas"]["retention.switch_removal"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_removal";
            readonly body: components["schemas"]["retention.confirm_removal"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "request_recall";
            readonly body: components["schemas"]["rulebook.request_recall"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_recall";
            readonly body: components["schemas"]["rulebook.confirm_recall"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "lift_recall";
            readonly body: components["schemas"]["rulebook.lift_recall"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "draft_scheme";
            readonly body: components["schemas"]["scheme.draft_scheme"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "write_section";
            readonly body: components["schemas"]["scheme.write_section"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "submit_scheme";
            readonly body: components["schemas"]["scheme.submit_scheme"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "annotate";
            readonly body: components["schemas"]["scheme.annotate"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "answer_annotation";
            readonly body: components["schemas"]["scheme.answer_annotation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "close_annotation";
            readonly body: components["schemas"]["scheme.close_annotation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "return_scheme";
            readonly body: components["schemas"]["scheme.return_scheme"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "approve_scheme";
            readonly body: components["schemas"]["scheme.approve_scheme"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "revise_scheme";
            readonly body: components["schemas"]["scheme.revise_scheme"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "withdraw_scheme";
            readonly body: components["schemas"]["scheme.withdraw_scheme"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "draft";
            readonly body: components["schemas"]["permit.draft"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "amend";
            readonly body: components["schemas"]["permit.amend"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "submit";
            readonly body: components["schemas"]["permit.submit"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "link";
            readonly body: components["schemas"]["permit.link"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "name_coordinator";
            readonly body: components["schemas"]["permit.name_coordinator"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "sign_crossing";
            readonly body: components["schemas"]["permit.sign_crossing"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "withdraw";
            readonly body: components["schemas"]["permit.withdraw"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_hazard";
            readonly body: components["schemas"]["permit.confirm_hazard"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "add_hazard";
            readonly body: components["schemas"]["permit.add_hazard"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "answer_measure";
            readonly body: components["schemas"]["permit.answer_measure"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "record_value";
            readonly body: components["schemas"]["permit.record_value"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "plan_ventilation";
            readonly body: components["schemas"]["permit.plan_ventilation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "switch_ventilation";
            readonly body: components["schemas"]["permit.switch_ventilation"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "record_round";
            readonly body: components["schemas"]["permit.record_round"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "take_round";
            readonly body: components["schemas"]["permit.take_round"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "give_briefing";
            readonly body: components["schemas"]["permit.give_briefing"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "sign_briefing";
            readonly body: components["schemas"]["permit.sign_briefing"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "sign_stage";
            readonly body: components["schemas"]["permit.sign_stage"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "return_to_draft";
            readonly body: components["schemas"]["permit.return_to_draft"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "refuse";
            readonly body: components["schemas"]["permit.refuse"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "return_to_stage";
            readonly body: components["schemas"]["permit.return_to_stage"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "add_signer";
            readonly body: components["schemas"]["permit.add_signer"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "transfer_decision";
            readonly body: components["schemas"]["permit.transfer_decision"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "recall_to_draft";
            readonly body: components["schemas"]["permit.recall_to_draft"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "copy_to";
            readonly body: components["schemas"]["permit.copy_to"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "mark_read";
            readonly body: components["schemas"]["permit.mark_read"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "review_urgent";
            readonly body: components["schemas"]["permit.review_urgent"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "check_in";
            readonly body: components["schemas"]["permit.check_in"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "ask_for";
            readonly body: components["schemas"]["permit.ask_for"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "record_call";
            readonly body: components["schemas"]["permit.record_call"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "verify_ticket";
            readonly body: components["schemas"]["permit.verify_ticket"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "five_checks";
            readonly body: components["schemas"]["permit.five_checks"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "start";
            readonly body: components["schemas"]["permit.start"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "guard_round";
            readonly body: components["schemas"]["permit.guard_round"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "enter_space";
            readonly body: components["schemas"]["permit.enter_space"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "leave_space";
            readonly body: components["schemas"]["permit.leave_space"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "add_photo";
            readonly body: components["schemas"]["permit.add_photo"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "nudge";
            readonly body: components["schemas"]["permit.nudge"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "add_voice";
            readonly body: components["schemas"]["permit.add_voice"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "pause";
            readonly body: components["schemas"]["permit.pause"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "take_back";
            readonly body: components["schemas"]["permit.take_back"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "stop";
            readonly body: components["schemas"]["permit.stop"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "sos";
            readonly body: components["schemas"]["permit.sos"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "receive_pause";
            readonly body: components["schemas"]["permit.receive_pause"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_stopped";
            readonly body: components["schemas"]["permit.confirm_stopped"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "report_change";
            readonly body: components["schemas"]["permit.report_change"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "resolve_cause";
            readonly body: components["schemas"]["permit.resolve_cause"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "stand_by";
            readonly body: components["schemas"]["permit.stand_by"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "resume";
            readonly body: components["schemas"]["permit.resume"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "void";
            readonly body: components["schemas"]["permit.void"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "request_cancel";
            readonly body: components["schemas"]["permit.request_cancel"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "approve_cancel";
            readonly body: components["schemas"]["permit.approve_cancel"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "assign";
            readonly body: components["schemas"]["permit.assign"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "unassign";
            readonly body: components["schemas"]["permit.unassign"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "offer_duty";
            readonly body: components["schemas"]["permit.offer_duty"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "take_duty";
            readonly body: components["schemas"]["permit.take_duty"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "sign_shift";
            readonly body: components["schemas"]["permit.sign_shift"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "finish";
            readonly body: components["schemas"]["permit.finish"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "check_residual_fire";
            readonly body: components["schemas"]["permit.check_residual_fire"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "accept";
            readonly body: components["schemas"]["permit.accept"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "reject_work";
            readonly body: components["schemas"]["permit.reject_work"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "rectify";
            readonly body: components["schemas"]["permit.rectify"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_clear";
            readonly body: components["schemas"]["permit.confirm_clear"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "hand_over_place";
            readonly body: components["schemas"]["permit.hand_over_place"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "capture_entry";
            readonly body: components["schemas"]["permit.capture_entry"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "confirm_capture";
            readonly body: components["schemas"]["permit.confirm_capture"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "print_sheet";
            readonly body: components["schemas"]["permit.print_sheet"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "tick";
            readonly body: components["schemas"]["permit.tick"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "recall_basis";
            readonly body: components["schemas"]["permit.recall_basis"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "freeze_work";
            readonly body: components["schemas"]["permit.freeze_work"];
        }) | (components["schemas"]["Envelope"] & {
            readonly stream: string;
            /** @constant */
            readonly kind: "heed_episode";
            readonly body: components["schemas"]["permit.heed_episode"];
        });
        /** @description The company of this address. */
        readonly CompanyOut: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly name: string;
            readonly simulated: boolean;
            readonly timezone: string;
        };
        /**
         * @description One requirement as it was judged.
         *
         *     `clause` is the law behind it, `alarm` the code of AQ 3064.2 table A.4 it raises. `until` is the last
         *     instant at which it holds, null when it does not lapse by itself. `evidence` maps the paths of the
         *     facts that were looked at to their values; `remedy` is the code of the button that helps; `marks` tell
         *     engineering judgement and unconfirmed figures.
         */
        readonly Condition: {
            readonly requirement: string;
            readonly pack: string;
            readonly clause: string;
            readonly alarm: string | null;
            readonly title: components["schemas"]["Words"];
            /** @enum {string} */
            readonly outcome: "met" | "failed" | "unknown" | "not_applicable";
            readonly remedy: string | null;
            readonly until: string | null;
            readonly evidence: {
                readonly [key: string]: unknown;
            };
            readonly marks: readonly string[];
            readonly group: string | null;
        };
        /**
         * @description One row of the matrix that stands between this permit and the other. Metres on the ground and in height
         *     are null where nobody knows; `unknown` names what was missing and so was taken as the worse.
         */
        readonly ConflictRow: {
            readonly row: string;
            readonly clause: string;
            /** @enum {string} */
            readonly effect: "block" | "coordinator" | "warn";
            readonly says: components["schemas"]["Words"];
            readonly then: components["schemas"]["Words"];
            readonly distance_m: number | null;
            readonly apart_m: number | null;
            readonly unknown: readonly string[];
            /** @description The other is not issued yet: it is told and stops nobody. */
            readonly planned: boolean;
            /** @description The coordinator has signed for it wherever he must. */
            readonly met: boolean;
            readonly signed_here: boolean;
            readonly signed_there: boolean;
            readonly other: components["schemas"]["BoardItem"];
        };
        /**
         * @description A request that is not sent yet: its template, place, time, answers and leader. `permit` when it is a
         *     draft already.
         */
        readonly ConflictsIn: {
            readonly template: string;
            /** Format: uuid */
            readonly point: string;
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly to: string;
            readonly work?: {
                readonly [key: string]: unknown;
            };
            readonly responsible?: string | null;
            readonly permit?: string | null;
        };
        /**
         * @description The conflicts, blocking ones first. `known` is false where the place is not registered. `not_to_be` are
         *     the people of the crews, none of whom coordinates.
         */
        readonly ConflictsOut: {
            readonly known: boolean;
            readonly coordinator: components["schemas"]["Named"] | null;
            readonly not_to_be: readonly string[];
            readonly analysis: readonly components["schemas"]["Item"][];
            readonly conflicts: readonly components["schemas"]["ConflictRow"][];
        };
        /** @description Clause by clause, and what every requirement came to since `since`. */
        readonly Conformance: {
            /** Format: date-time */
            readonly since: string;
            readonly standards: readonly components["schemas"]["Standard"][];
            readonly rules: readonly components["schemas"]["RuleRow"][];
        };
        /** @description Whom to call when something happened to him. */
        readonly Contact: {
            readonly name: string;
            /** @default  */
            readonly relation?: string;
            readonly phone: string;
        };
        /** @description Where the phone is, when it knows: degrees and metres. */
        readonly ContactIn: {
            readonly lat?: number | null;
            readonly lon?: number | null;
            readonly accuracy_m?: number | null;
        };
        /** @description What a sign of life is answered. The phone may show green for `lease_s` seconds from here (S17). */
        readonly ContactOut: {
            /** Format: date-time */
            readonly server_time: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            readonly lamp: components["schemas"]["Lamp"];
            readonly lease_s: number;
            readonly system: components["schemas"]["Watched"];
        };
        /** @description A place of the drawing and where it is on the ground. */
        readonly ControlPoint: {
            readonly x: number;
            readonly y: number;
            readonly lat: number;
            readonly lon: number;
        };
        /** @description 抄送: by person and by post. */
        readonly Copied: {
            readonly persons: readonly components["schemas"]["CopyOut"][];
            readonly posts: readonly components["schemas"]["CopyPost"][];
        };
        /** @description Somebody who is told of the issue; `read_at` is his own mark. */
        readonly CopyOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly read_at: string | null;
        };
        /** @description A post that is told of the issue, with those of it who have read it. */
        readonly CopyPost: {
            readonly code: string;
            readonly name: string | null;
            readonly read_by: readonly components["schemas"]["Named"][];
        };
        /** @description How many permits there are of one type, level, state or month (``2026-11``). */
        readonly CountOut: {
            readonly id: string;
            readonly n: number;
        };
        /** @description People counted out. */
        readonly CountedOut: {
            /** Format: date-time */
            readonly at: string;
            readonly people: number;
        };
        /**
         * @description A person on the permit with what stands against him. `status` is `active` or why he may not work,
         *     null when the register does not know him; `certificate` is the worst of what his duty asks.
         */
        readonly CrewMember: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly duty: string;
            readonly status: string | null;
            /** @enum {string} */
            readonly certificate: "valid" | "missing" | "expired" | "mismatch" | "not_needed";
            readonly briefed: boolean;
            readonly checked_in: components["schemas"]["Arrival"] | null;
        };
        /** @description Everybody named. `fence_m` is the radius in metres within which a person counts as present. */
        readonly CrewOut: {
            readonly applicant: components["schemas"]["CrewMember"] | null;
            readonly responsible: components["schemas"]["CrewMember"] | null;
            readonly guardian: components["schemas"]["CrewMember"] | null;
            readonly briefer: components["schemas"]["CrewMember"] | null;
            readonly workers: readonly components["schemas"]["CrewMember"][];
            readonly analysts: readonly components["schemas"]["CrewMember"][];
            readonly confirmers: readonly components["schemas"]["CrewMember"][];
            readonly fence_m: number;
        };
        /** @description What an approver confirms one by one, with what is known of it now; a measure brings its photo. */
        readonly CriticalItem: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly outcome: ("met" | "failed" | "unknown" | "not_applicable") | null;
            readonly evidence: {
                readonly [key: string]: unknown;
            } | null;
            readonly photo?: string | null;
        };
        /**
         * @description The curve asked for before the start: `for_min` minutes without a silence longer than `gap_s` seconds;
         *     it goes on since `since` (null: it does not), and `left_min` minutes are left.
         */
        readonly CurveDue: {
            readonly for_min: number;
            readonly gap_s: number;
            readonly left_min: number;
            readonly since: string | null;
        };
        /** @description The curves of a permit over a span, in steps of `step_s` seconds. */
        readonly CurveOut: {
            /** Format: date-time */
            readonly begin: string;
            /** Format: date-time */
            readonly end: string;
            readonly step_s: number;
            readonly series: readonly components["schemas"]["SeriesOut"][];
        };
        /** @description A point of the expected decay. */
        readonly CurvePoint: {
            readonly seconds: number;
            readonly value: string;
        };
        /** @description The exponential through the history: `quality` is R², `mixing` the K that it shows. */
        readonly DecayFit: {
            readonly start: string;
            readonly rate_per_h: string;
            readonly quality: string;
            readonly poor: boolean;
            readonly readings: number;
            readonly mixing: string;
        };
        /** @description Readings of one substance while the space was ventilated before. */
        readonly DecayHistory: {
            readonly substance: string;
            /** @enum {string} */
            readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
            readonly flow: components["schemas"]["Flow"];
            readonly readings: readonly components["schemas"]["DecayReading"][];
        };
        /** @description One reading of an earlier ventilation. */
        readonly DecayReading: {
            /** Format: date-time */
            readonly at: string;
            readonly value: string;
        };
        /** @description Approved or not; a refusal says why. */
        readonly DecisionIn: {
            readonly approve: boolean;
            /** @default  */
            readonly note?: string;
        };
        /** @description Who signs for a post in whose stead, for which works (none named = all) and how long. */
        readonly DelegationOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly post_id: string;
            readonly code: string;
            readonly post_name: string | null;
            /** Format: uuid */
            readonly by_id: string;
            readonly by_name: string | null;
            /** Format: uuid */
            readonly to_id: string;
            readonly to_name: string | null;
            readonly types: readonly string[];
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
            /** Format: date-time */
            readonly made_at: string;
            readonly reason: string;
            readonly revoked_at: string | null;
            readonly revoked_by_name: string | null;
            /** @enum {string} */
            readonly state: "in_force" | "coming" | "over" | "revoked";
        };
        /**
         * @description A login of a simulated company, to be picked on the login page. ``trade`` says what the person does;
         *     the password is no secret.
         */
        readonly DemoAccount: {
            readonly username: string;
            readonly roles: readonly string[];
            readonly name: string;
            /** @default  */
            readonly trade?: string;
            readonly password: string;
        };
        /** @description The views in the order in which they were kept; `layout` is null until somebody changes it. */
        readonly DeskOut: {
            readonly views: readonly components["schemas"]["View"][];
            readonly layout: components["schemas"]["Layout"] | null;
        };
        /**
         * @description One phone. `key` is its public point (base64url), `seq` and `head` (hex) how far what it sent has
         *     arrived; `receipt_key` the point by which receipts are verified.
         */
        readonly DeviceOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly account_id: string;
            readonly person_id: string | null;
            readonly person_name: string | null;
            readonly name: string;
            readonly key: string;
            readonly ex: string | null;
            /** Format: date-time */
            readonly enrolled_at: string;
            readonly revoked_at: string | null;
            readonly last_sent_at: string | null;
            readonly seq: number;
            readonly head: string;
            readonly receipt_key: string;
        };
        /** @description `mine`: one's own phones only. */
        readonly DevicesIn: {
            /** @default false */
            readonly mine?: boolean;
        };
        /**
         * @description What a phone found wrong itself: a receipt that does not fit, or a row of its own store that was
         *     changed.
         */
        readonly DoubtIn: {
            readonly seq: number;
            /** @enum {string} */
            readonly kind: "receipt" | "queue";
        };
        /**
         * @description Since when the list of a gate is not ours: how many of ours it lacks, has too many of, has with other
         *     times, and how many cards of others it has where there should be none.
         */
        readonly DriftOut: {
            /** Format: date-time */
            readonly since: string;
            readonly missing: number;
            readonly extra: number;
            readonly wrong: number;
            readonly foreign: number;
        };
        /** @description Which records past their period: of one kind, only those that may go or that are kept, which page. */
        readonly DueIn: {
            /**
             * @default
             * @enum {string}
             */
            readonly kind?: "" | "permit" | "isolation" | "scheme" | "outage" | "alarm";
            /**
             * @default
             * @enum {string}
             */
            readonly only?: "" | "ready" | "kept";
            /** @default 1 */
            readonly page?: number;
        };
        /**
         * @description A record past its period: when it last changed, itself or a permit that leans on it, and how much of
         *     it is somebody's own. `why`: what keeps it all the same; null when it may go.
         */
        readonly DueItemOut: {
            /** @enum {string} */
            readonly kind: "permit" | "isolation" | "scheme" | "outage" | "alarm";
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string | null;
            /** Format: date-time */
            readonly last: string;
            readonly why: ("open" | "period" | "hold") | null;
            readonly until: string | null;
            readonly hold: string | null;
            readonly words: number;
            readonly files: number;
        };
        /**
         * @description `total` counts all of the kind that was asked for, `judged` those that were looked at, the oldest
         *     first, of which `ready` may go and `kept` may not; `found` of these fit, and one page of them is here.
         */
        readonly DueOut: {
            readonly total: number;
            readonly kinds: readonly components["schemas"]["KindCountOut"][];
            readonly judged: number;
            readonly ready: number;
            readonly kept: number;
            readonly found: number;
            readonly items: readonly components["schemas"]["DueItemOut"][];
            readonly page: number;
            readonly size: number;
            readonly period: components["schemas"]["KeptPeriodOut"];
        };
        /** @description What a duty asks of a person: one kind of certificate whatever its item, or certificates by item. */
        readonly DutyDemand: {
            readonly certificate?: string;
            readonly certificates?: readonly components["schemas"]["CertificateDemand"][];
        };
        /** @description An earlier permit at the same point, newest first. Only its content may be taken over (S12). */
        readonly EarlierPermit: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly template: string;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            readonly content: string;
            readonly window: components["schemas"]["Span"];
            /** @description Who was responsible, by name. */
            readonly responsible: string | null;
        };
        /** @description Readings of one substance at the same work point under one earlier permit. */
        readonly EarlierSeries: {
            /** Format: uuid */
            readonly permit: string;
            readonly number: string | null;
            readonly substance: string;
            /** @enum {string} */
            readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
            readonly flow: components["schemas"]["Flow"] | null;
            readonly readings: readonly components["schemas"]["DecayReading"][];
        };
        /**
         * @description One order with its times: requested, first sent, delivered (the device says it has it), confirmed (its
         *     reading proves it) or timed out. `state` sums them up: requested, sent, delivered, confirmed, timed_out,
         *     refused, contradicted, superseded. `back` is the effect that takes it back, `blocked` why that is not
         *     possible now; None: nothing is to be taken back, or not by the reader.
         */
        readonly EffectOrder: {
            readonly id: string;
            readonly effect: string;
            readonly manual: boolean;
            /** Format: uuid */
            readonly instrument_id: string;
            readonly instrument: string;
            readonly serial: string;
            readonly causes: readonly string[];
            readonly state: string;
            /** Format: date-time */
            readonly requested_at: string;
            readonly requested_name: string | null;
            readonly reason: string | null;
            readonly restores: string | null;
            /** Format: date-time */
            readonly due_at: string;
            /** Format: date-time */
            readonly until_at: string;
            readonly sent_at: string | null;
            readonly tries: number;
            readonly delivered_at: string | null;
            readonly confirmed_at: string | null;
            readonly timed_out_at: string | null;
            readonly refused: string | null;
            readonly contradicted_at: string | null;
            readonly contradictions: number;
            readonly back: string | null;
            readonly blocked: readonly components["schemas"]["Words"][] | null;
        };
        /** @description One row of a table. `name`, `serial`, `instrument_kind` are those of the register now. */
        readonly EffectRow: {
            readonly id: string;
            readonly cause: string;
            readonly effect: string;
            /** Format: uuid */
            readonly instrument: string;
            readonly name: string;
            readonly serial: string;
            readonly instrument_kind: string;
            readonly feeds: readonly string[];
            readonly position: string | null;
        };
        /** @description One version of a table; without `approved_at` it moves nothing. */
        readonly EffectTable: {
            readonly version: number;
            readonly rows: readonly components["schemas"]["EffectRow"][];
            /** Format: date-time */
            readonly proposed_at: string;
            /** Format: uuid */
            readonly proposed_by: string;
            readonly proposed_name: string;
            readonly approved_at: string | null;
            readonly approved_name: string | null;
        };
        /**
         * @description An effect. `kinds` of instruments can do it; `manual`: only by hand and on site; `feeds`: its rows tell
         *     what hangs on the circuit; `placed`: in a classed area its rows tell where it stands.
         */
        readonly EffectWords: {
            readonly zh: string;
            readonly en: string;
            readonly source: string;
            readonly mark: string;
            readonly kinds: readonly string[];
            readonly manual: boolean;
            readonly feeds: boolean;
            readonly placed: boolean;
            readonly confirm_s: number;
        };
        /**
         * @description The table of a work point and the proposal for another one. `version` is that of the stream; `may` are
         *     the commands that the reader may give now.
         */
        readonly EffectsOut: {
            /** Format: uuid */
            readonly point: string;
            readonly version: number;
            readonly table: components["schemas"]["EffectTable"] | null;
            readonly proposal: components["schemas"]["EffectTable"] | null;
            readonly may: readonly string[];
        };
        /** @description One emergency in a list. */
        readonly EmergencyLine: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            /** @enum {string} */
            readonly state: "open" | "ended";
            readonly title: components["schemas"]["Words"];
            readonly area: components["schemas"]["Named"] | null;
            readonly point: components["schemas"]["Named"] | null;
            /** Format: date-time */
            readonly opened_at: string;
            readonly ended_at: string | null;
            readonly unaccounted: number;
            readonly undone: number;
        };
        /** @description When somebody did it; `by` is null for what Davy did itself. */
        readonly EmergencyMark: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"] | null;
        };
        /** @description One line of the record: what happened, to whom or to which task, in whose words. */
        readonly EmergencyNote: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"] | null;
            readonly what: string;
            readonly person: string | null;
            readonly task: components["schemas"]["Words"] | null;
            readonly status: string | null;
            readonly text: string | null;
        };
        /**
         * @description One emergency with everything that whoever deals with it has to know. `commands` are the steps that the
         *     reader may take.
         */
        readonly EmergencyOut: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "open" | "ended";
            readonly title: components["schemas"]["Words"];
            /** Format: date-time */
            readonly opened_at: string;
            readonly place: components["schemas"]["EmergencyPlace"];
            readonly spot: components["schemas"]["EmergencySpot"] | null;
            readonly triggers: readonly components["schemas"]["EmergencyTrigger"][];
            readonly tasks: readonly components["schemas"]["EmergencyTask"][];
            readonly people: readonly components["schemas"]["EmergencyPerson"][];
            readonly unaccounted: number;
            readonly record: readonly components["schemas"]["EmergencyNote"][];
            readonly ended: components["schemas"]["EmergencyMark"] | null;
            readonly reason: string | null;
            readonly commands: readonly string[];
            /** Format: date-time */
            readonly server_time: string;
        };
        /**
         * @description Somebody on the roll. `inside`: the register says that he is in a space now; `was_inside`: he was when
         *     he came onto the roll; `status` is what was last said of him.
         */
        readonly EmergencyPerson: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly firm: string | null;
            /** Format: uuid */
            readonly permit: string;
            readonly number: string | null;
            readonly point: string | null;
            readonly duty: string | null;
            readonly since: string | null;
            readonly inside: boolean;
            readonly was_inside: boolean;
            readonly status: ("found" | "missing" | "hurt") | null;
            readonly called: components["schemas"]["EmergencyMark"] | null;
        };
        /** @description Where it is; what nobody told of is null. */
        readonly EmergencyPlace: {
            readonly site: components["schemas"]["Named"] | null;
            readonly area: components["schemas"]["Named"] | null;
            readonly point: components["schemas"]["Named"] | null;
            readonly frozen: boolean;
        };
        /** @description A position: of whoever called for help as his phone told, or of the work point. */
        readonly EmergencySpot: {
            readonly lat: number;
            readonly lon: number;
            readonly accuracy_m: number | null;
            readonly at: string | null;
        };
        /**
         * @description One first task. `owners` by the responsibility table; `mine`: it is the reader's; `act`: what the
         *     screen offers beside the tick.
         */
        readonly EmergencyTask: {
            readonly code: string;
            readonly says: components["schemas"]["Words"];
            readonly owner: string;
            readonly owners: readonly components["schemas"]["Named"][];
            readonly mine: boolean;
            readonly act: "freeze" | null;
            readonly done: components["schemas"]["EmergencyMark"] | null;
        };
        /** @description An alarm that opened it or came to it; `who`: the person it is about, where it is about one. */
        readonly EmergencyTrigger: {
            /** Format: uuid */
            readonly alarm: string;
            readonly title: components["schemas"]["Words"];
            readonly who: string | null;
            /** Format: date-time */
            readonly at: string;
            readonly permit: string | null;
        };
        /** @description Something that ends on a day: whose, what (certificate, review, checkup, training), and its state. */
        readonly EndOut: {
            /** Format: date */
            readonly day: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly person: string;
            readonly firm: string | null;
            readonly what: string;
            readonly name: string;
            readonly state: components["schemas"]["Standing"] | null;
            /** Format: uuid */
            readonly row_id: string;
        };
        /** @description Which stretch of the calendar. */
        readonly EndsWanted: {
            /** Format: date */
            readonly start: string;
            /** Format: date */
            readonly end: string;
        };
        /**
         * @description One line entered from a sheet: when it was written as the paper says, when it was entered, and what a
         *     second person found (None: nobody looked yet), and a third where he did not agree. `open`: it is not
         *     settled. `nameless`: a way in of which nobody has told whose it was. `person`: who went in or out.
         *     `doubts` are codes of what speaks against it.
         */
        readonly EntryOut: {
            readonly entry: number;
            readonly sheet: number;
            readonly what: string;
            readonly wrote: components["schemas"]["Printer"];
            /** Format: date-time */
            readonly written_at: string;
            readonly by: components["schemas"]["Printer"];
            /** Format: date-time */
            readonly at: string;
            readonly bad: boolean;
            readonly person: components["schemas"]["Printer"] | null;
            readonly good: boolean | null;
            readonly readings: readonly components["schemas"]["PaperReading"][];
            readonly photos: readonly string[];
            readonly doubts: readonly string[];
            readonly text: string | null;
            readonly agrees: boolean | null;
            readonly checked_by: components["schemas"]["Printer"] | null;
            readonly stands: boolean | null;
            readonly decided_by: components["schemas"]["Printer"] | null;
            readonly open: boolean;
            readonly nameless: boolean;
        };
        /** @description Command envelope v1: the body of POST /api/v1/commands, hashed as the bytes that were sent */
        readonly Envelope: {
            /** @constant */
            readonly v: 1;
            /** @description UUIDv7; the idempotency key within the company */
            readonly id: string;
            readonly company: string;
            readonly stream: string;
            readonly kind: string;
            readonly base_version: number | null;
            readonly body: Record<string, never>;
            /** Format: date-time */
            readonly occurred_at: string;
            /**
             * @description quality of the sender's clock for occurred_at; absent = the server's clock is used
             * @enum {unknown}
             */
            readonly clock?: "device_synced" | "device_free";
            readonly device?: string | null;
            readonly seq?: number | null;
            readonly prev?: string | null;
            readonly app: string;
            readonly basis?: string | null;
            readonly position?: {
                readonly lat: number;
                readonly lon: number;
                readonly accuracy_m: number;
            };
            /** @description proof of a password just entered, bound to this command's id; see POST /api/v1/session/reauth */
            readonly reauth?: string;
        };
        /** @description The equipment at the point. */
        readonly EquipmentHere: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly name: string;
        };
        /** @description Equipment as entered; ``in_operation`` null and an empty ``kind`` mean that nobody knows. */
        readonly EquipmentIn: {
            /** Format: uuid */
            readonly area_id: string;
            readonly code: string;
            readonly name: string;
            /** @default  */
            readonly kind?: string;
            /** @default  */
            readonly medium?: string;
            readonly in_operation?: boolean | null;
            readonly volume_m3?: number | string | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        readonly EquipmentInPatch: {
            readonly area_id?: string | null;
            readonly code?: string | null;
            readonly name?: string | null;
            readonly kind?: string | null;
            readonly medium?: string | null;
            readonly in_operation?: boolean | null;
            readonly volume_m3?: number | string | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        /** @description Equipment. */
        readonly EquipmentOut: {
            /** Format: uuid */
            readonly area_id: string;
            readonly code: string;
            readonly name: string;
            /** @default  */
            readonly kind: string;
            /** @default  */
            readonly medium: string;
            readonly in_operation: boolean | null;
            readonly volume_m3: string | null;
            readonly plan_x: number | null;
            readonly plan_y: number | null;
            /** Format: uuid */
            readonly id: string;
        };
        /**
         * @description A request to erase a person. `words`, `files`, `kept`: what went and what stayed when it was carried
         *     out last.
         */
        readonly ErasureOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly person_name: string | null;
            readonly person_code: string | null;
            /** @enum {string} */
            readonly state: "requested" | "part" | "done" | "withdrawn";
            readonly reason: string;
            /** Format: uuid */
            readonly requested_by: string;
            readonly requested_by_name: string | null;
            /** Format: date-time */
            readonly requested_at: string;
            readonly carried_by: string | null;
            readonly carried_by_name: string | null;
            readonly carried_at: string | null;
            readonly times: number;
            readonly words: number;
            readonly files: number;
            readonly kept: number;
        };
        /**
         * @description What is kept of one proof. Its SHA-256 is that of `body`, which is canonical JSON; `text` are the bytes
         *     of the command, null when they were erased.
         */
        readonly EvidenceOut: {
            readonly sha256: string;
            /** @enum {string} */
            readonly way: "passkey" | "device" | "kiosk";
            /** Format: uuid */
            readonly account_id: string;
            readonly command: string;
            /** Format: date-time */
            readonly recorded_at: string;
            readonly body: string;
            readonly text: string | null;
        };
        /** @description A factor with its values, the worst first. */
        readonly FactorOut: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly values: readonly components["schemas"]["FactorValue"][];
        };
        /** @description One value of a factor in plain words. */
        readonly FactorValue: {
            readonly zh: string;
            readonly en: string;
            readonly value: string;
        };
        /** @description Which special periods a stretch of time touches. */
        readonly FactsOut: {
            readonly configured: boolean;
            readonly escalation: string | null;
            readonly periods: readonly components["schemas"]["SpecialOut"][];
        };
        /** @description How many have one key of the second dimension. */
        readonly Figure: {
            readonly key: string;
            readonly name: string | null;
            readonly says: components["schemas"]["Words"] | null;
            readonly count: number;
        };
        /** @description An event that the finding stands on: when it happened, and when it was recorded. */
        readonly FindingEvent: {
            /** Format: uuid */
            readonly id: string;
            readonly type: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: date-time */
            readonly recorded_at: string;
            /** Format: uuid */
            readonly permit: string;
        };
        /**
         * @description What looks like stamping: its evidence, what is proposed, and the reviews, the newest first. Nothing
         *     follows by itself.
         */
        readonly FindingOut: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            /** @enum {string} */
            readonly severity: "look" | "grave";
            readonly says: components["schemas"]["Words"];
            readonly proposal: components["schemas"]["Words"];
            /** Format: date-time */
            readonly found_at: string;
            readonly figures: {
                readonly [key: string]: number;
            };
            readonly person: components["schemas"]["FindingPerson"] | null;
            readonly permits: readonly components["schemas"]["FindingPermit"][];
            readonly evidence: readonly components["schemas"]["FindingEvent"][];
            readonly reviews: readonly components["schemas"]["FindingReview"][];
        };
        /** @description A permit that the finding names. */
        readonly FindingPermit: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
        };
        /** @description A person; the name is null when the register no longer knows it. */
        readonly FindingPerson: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
        };
        /** @description What somebody said came of it. */
        readonly FindingReview: {
            /** @enum {string} */
            readonly outcome: "confirmed" | "explained" | "mistaken";
            readonly note: string;
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["FindingPerson"];
        };
        /** @description What came of it: it was so, it has an explanation, or the detector was mistaken; and why. */
        readonly FindingReviewIn: {
            /** @enum {string} */
            readonly outcome: "confirmed" | "explained" | "mistaken";
            readonly note: string;
        };
        /** @description Which findings. */
        readonly FindingsIn: {
            readonly kind?: string | null;
            /**
             * @default open
             * @enum {string}
             */
            readonly state?: "open" | "reviewed" | "all";
            /** @default 100 */
            readonly size?: number;
        };
        /** @description The watch after hot work; `watch_until` is the earliest instant of its end (S14). */
        readonly FireOut: {
            readonly finished_at: string | null;
            readonly checked_at: string | null;
            readonly clear: boolean;
            readonly watch_until: string | null;
        };
        /** @description A contractor firm as entered. */
        readonly FirmIn: {
            readonly name: string;
            readonly code: string;
            /** @default  */
            readonly contact_name?: string;
            /** @default  */
            readonly contact_phone?: string;
            /** @default true */
            readonly active?: boolean;
        };
        readonly FirmInPatch: {
            readonly name?: string | null;
            readonly code?: string | null;
            readonly contact_name?: string | null;
            readonly contact_phone?: string | null;
            readonly active?: boolean | null;
        };
        /** @description A contractor firm; the contact's phone is masked for who need not call. */
        readonly FirmOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly code: string;
            readonly contact_name: string;
            readonly contact_phone: string;
            readonly active: boolean;
        };
        /** @description 五必查: when, and whether all five were good. */
        readonly FiveChecks: {
            readonly at: string | null;
            readonly ok: boolean;
        };
        /** @description What a fan moves, in the unit of its plate. */
        readonly Flow: {
            readonly value: string;
            /** @enum {string} */
            readonly unit: "m3/h" | "m3/min" | "m3/s" | "L/s" | "CFM";
        };
        /**
         * @description A field of the request; `choices` only for choice and choices. Unless it is false, the job needs a
         *     permit of each type it `implies` as well.
         */
        readonly FormField: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "bool" | "choice" | "choices" | "text" | "number" | "quantity" | "person";
            readonly required: boolean;
            readonly label: components["schemas"]["Words"];
            readonly help?: components["schemas"]["Words"];
            readonly choices?: readonly components["schemas"]["Item"][];
            readonly unit?: string;
            readonly least?: string;
            readonly most?: string;
            readonly register?: string;
            readonly default?: boolean | number | string | readonly string[];
            readonly implies?: readonly string[];
        };
        /** @description Which post stopped all work here, who, and when. */
        readonly Frozen: {
            readonly post: string;
            readonly by: string | null;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description A sheet of which nobody told since the outage was over, and who answers for it. */
        readonly Gap: {
            readonly serial: string;
            /** Format: uuid */
            readonly block: string;
            readonly number: string;
            readonly holder: components["schemas"]["Named"];
        };
        /**
         * @description What must be measured at every point, with the permit limit in this unit; decimals as text. `low`
         *     only for oxygen. Both null: nothing satisfies it until the substance is known.
         */
        readonly GasDemand: {
            readonly substance: string;
            /** @enum {string} */
            readonly quality: "combustible" | "toxic" | "oxygen";
            /** @enum {string} */
            readonly unit: "%vol" | "mg/m3";
            readonly name: components["schemas"]["Words"];
            readonly low: string | null;
            readonly high: string | null;
        };
        /**
         * @description The sampling plan, null when this work asks for no gas or no plan can be told, and every round.
         *     `lacks`: by point, what a newest round that is not whole must still measure (substance:quality); `curve`:
         *     null where no rule asks for one before the start.
         */
        readonly GasOut: {
            readonly plan: components["schemas"]["GasPlan"] | null;
            readonly rounds: readonly components["schemas"]["GasRound"][];
            readonly lacks: {
                readonly [key: string]: readonly string[];
            };
            readonly curve: components["schemas"]["CurveDue"] | null;
        };
        /** @description Where and what is sampled. */
        readonly GasPlan: {
            readonly points: readonly string[];
            readonly demands: readonly components["schemas"]["GasDemand"][];
        };
        /**
         * @description One reading as it was sent or taken, and the server's verdict with the code of its reason. `value` and
         *     `limit` are decimals as text; `taken` tells where it comes from, null for what a person entered.
         */
        readonly GasReadingOut: {
            readonly point: string;
            readonly substance: string;
            readonly value: string;
            readonly unit: string;
            /** Format: date-time */
            readonly sampled_at: string;
            /** @enum {string} */
            readonly verdict: "pass" | "fail" | "unknown";
            readonly reason: string | null;
            /** @enum {string} */
            readonly source: "manual" | "meter" | "instrument";
            /** @enum {string} */
            readonly clock: "server" | "device_synced" | "device_free";
            readonly limit: string | null;
            readonly limit_unit: string | null;
            readonly taken: components["schemas"]["TakenOut"] | null;
        };
        /**
         * @description One round. `sampled_at` is its oldest sample, null while it is not whole; `points` the verdict of
         *     each.
         */
        readonly GasRound: {
            /** Format: uuid */
            readonly id: string;
            readonly by: components["schemas"]["Named"] | null;
            /** Format: date-time */
            readonly recorded_at: string;
            /** @enum {string} */
            readonly verdict: "pass" | "fail" | "unknown";
            readonly complete: boolean;
            readonly sampled_at: string | null;
            readonly points: {
                readonly [key: string]: "pass" | "fail" | "unknown";
            };
            readonly readings: readonly components["schemas"]["GasReadingOut"][];
        };
        /**
         * @description An access controller. Without `areas` it leads to the whole site. `token` is what Davy shows it; left
         *     out, the one kept before holds as long as the address stays.
         */
        readonly GateIn: {
            /** Format: uuid */
            readonly site: string;
            readonly areas?: readonly string[];
            readonly code: string;
            readonly name: string;
            /** @enum {string} */
            readonly way: "http" | "list";
            /** @default  */
            readonly url?: string;
            /** @default true */
            readonly private_net?: boolean;
            readonly token?: string | null;
            /** @default false */
            readonly only_ours?: boolean;
            /** @default true */
            readonly enabled?: boolean;
        };
        /**
         * @description One gate. `url` only for whoever may change it; `waiting` passes are not shown by the gate yet, `late`
         *     are past their time; `problem` is why it is not right now, `silent_since` since when people were
         *     called.
         */
        readonly GateOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly site: string;
            readonly areas: readonly string[];
            readonly code: string;
            readonly name: string;
            readonly way: string;
            readonly url: string | null;
            readonly private_net: boolean;
            readonly has_token: boolean;
            readonly only_ours: boolean;
            readonly enabled: boolean;
            readonly tried_at: string | null;
            readonly answered_at: string | null;
            readonly failing_since: string | null;
            readonly problem: string;
            readonly failures: number;
            readonly cards: number | null;
            readonly foreign: number | null;
            readonly passes: number;
            readonly waiting: number;
            readonly late: number;
            readonly leaving: number;
            readonly silent_since: string | null;
            readonly drift: components["schemas"]["DriftOut"] | null;
            readonly passed_at: string | null;
        };
        /**
         * @description A gateway of a site. `key` is its part of the topic and of its user name; `adapter` names how its
         *     messages are read.
         */
        readonly GatewayIn: {
            /** Format: uuid */
            readonly site_id: string;
            readonly key: string;
            readonly name: string;
            /** @default plain */
            readonly adapter?: string;
        };
        /** @description With its password, told once. */
        readonly GatewayMade: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly site_id: string;
            readonly key: string;
            readonly name: string;
            readonly adapter: string;
            readonly user: string;
            readonly topic: string;
            readonly down: string;
            /** Format: date-time */
            readonly password_at: string;
            readonly seen_at: string | null;
            readonly retired_at: string | null;
            readonly instruments: number;
            readonly heard_at: string | null;
            readonly password: string;
        };
        /**
         * @description A gateway. `user` is user name and client id; it publishes to `topic`/<serial number> at QoS 1 and may
         *     listen below `down`. `seen_at`: last let in; `heard_at`: the last reading of one of its `instruments`.
         */
        readonly GatewayOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly site_id: string;
            readonly key: string;
            readonly name: string;
            readonly adapter: string;
            readonly user: string;
            readonly topic: string;
            readonly down: string;
            /** Format: date-time */
            readonly password_at: string;
            readonly seen_at: string | null;
            readonly retired_at: string | null;
            readonly instruments: number;
            readonly heard_at: string | null;
        };
        /** @description How much would go. */
        readonly GoesOut: {
            readonly records: number;
            readonly words: number;
            readonly files: number;
        };
        /**
         * @description The map from the ground to the drawing: x = x0 + a·east + b·north, y = y0 + c·east + d·north, east and
         *     north in metres from lat, lon; and how far the control points lie off, which with three proves nothing.
         */
        readonly GroundOut: {
            readonly lat: number;
            readonly lon: number;
            readonly x0: number;
            readonly y0: number;
            readonly a: number;
            readonly b: number;
            readonly c: number;
            readonly d: number;
            readonly points: number;
            readonly residual_m: number;
            readonly worst_m: number;
            readonly metres_per_unit: number;
        };
        /**
         * @description How many have one key of the dimension, and the measures over them; a measure of time is the median in
         *     minutes, null when none of them has come so far. `name` is that of a person, firm or place; `says` the
         *     words of a code; both are null for a time and for what is not known, whose key is empty.
         */
        readonly Group: {
            readonly key: string;
            readonly name: string | null;
            readonly says: components["schemas"]["Words"] | null;
            readonly count: number;
            readonly measures: {
                readonly [key: string]: number | null;
            };
            readonly also: readonly components["schemas"]["Figure"][];
        };
        /** @description One thing that happened to it, the newest first. */
        readonly HappenedOut: {
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"];
            readonly point: string | null;
            readonly point_name: string | null;
            readonly lock: string | null;
            readonly note: string | null;
            readonly photo: string | null;
        };
        /**
         * @description A row of the JSA. `applies` is null until somebody answered it; `chosen` are ids of controls.
         *
         *     `before` and `after` are the values by factor without and with the controls, empty where nothing was
         *     graded; `grade` is the colour that is left. `proposed` is null for a row that whoever confirms it grades
         *     himself; `note` are the controls of a row of this permit alone, in words.
         */
        readonly HazardRow: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly controls: readonly components["schemas"]["Item"][];
            /** @enum {string} */
            readonly source: "template" | "library" | "company" | "permit";
            /** @enum {string} */
            readonly about: "work" | "environment" | "equipment" | "people";
            readonly consequence: components["schemas"]["Words"];
            readonly proposed: components["schemas"]["Proposal"] | null;
            readonly note: string | null;
            readonly applies: boolean | null;
            readonly chosen: readonly string[];
            readonly by: components["schemas"]["Named"] | null;
            readonly at: string | null;
            readonly before: {
                readonly [key: string]: string;
            };
            readonly after: {
                readonly [key: string]: string;
            };
            readonly grade_before: ("red" | "orange" | "yellow" | "blue") | null;
            readonly grade: ("red" | "orange" | "yellow" | "blue") | null;
            readonly added_by: components["schemas"]["Named"] | null;
        };
        /** @description One residue as it was entered. */
        readonly Held: {
            readonly substance: string;
            readonly value: components["schemas"]["Amount"];
        };
        /** @description Somebody checked in on a permit, or inside its space. */
        readonly Here: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly inside: boolean;
            /** @enum {string} */
            readonly duty: "responsible" | "guardian" | "worker";
        };
        /** @description A legal hold with the names of whom it is about and who placed and lifted it. */
        readonly HoldOut: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly about: "permit" | "person" | "span";
            readonly permit_id: string | null;
            readonly permit_number: string | null;
            readonly person_id: string | null;
            readonly person_name: string | null;
            readonly starts_at: string | null;
            readonly ends_at: string | null;
            readonly reason: string;
            /** Format: uuid */
            readonly placed_by: string;
            readonly placed_by_name: string | null;
            /** Format: date-time */
            readonly placed_at: string;
            readonly lifted_by: string | null;
            readonly lifted_by_name: string | null;
            readonly lifted_at: string | null;
            readonly lifted_why: string;
        };
        /** @description A lock that hangs; `wanted` is who asked to force it off. */
        readonly HungLock: {
            readonly number: string;
            /** @enum {string} */
            readonly kind: "personal" | "group";
            readonly owner: components["schemas"]["Named"];
            /** Format: date-time */
            readonly at: string;
            readonly point: string | null;
            readonly wanted: components["schemas"]["StepDone"] | null;
            readonly mine: boolean;
        };
        /** @description Which part of the inbox: `before` is the id of the last row of the page before. */
        readonly InboxIn: {
            /** @default false */
            readonly unread?: boolean;
            readonly before?: string | null;
            /** @default 100 */
            readonly size?: number;
        };
        /** @description One thing that was told. */
        readonly InboxOut: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            readonly severity: string;
            readonly title: components["schemas"]["Title"];
            readonly permit: string | null;
            readonly alarm: string | null;
            /** Format: date-time */
            readonly at: string;
            readonly read_at: string | null;
        };
        /** @description What an industry offers by default, and why in a sentence. */
        readonly IndustryRow: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly templates: readonly string[];
            readonly says: components["schemas"]["Words"];
        };
        /** @description Who is inside, as gates saw it: no count of heads. With `gates` 0 nobody can tell. */
        readonly InsideOut: {
            /** Format: date-time */
            readonly at: string;
            readonly gates: number;
            readonly people: readonly components["schemas"]["InsidePerson"][];
            readonly blind: readonly components["schemas"]["BlindOut"][];
            readonly unknown: number;
        };
        /** @description Somebody whom gates saw go in. `doubts`: long (in for very long), hand (a person wrote it down). */
        readonly InsidePerson: {
            /** Format: uuid */
            readonly person: string;
            readonly name: string;
            readonly firm: string;
            /** Format: date-time */
            readonly since: string;
            readonly gate: string;
            /** Format: date-time */
            readonly seen_at: string;
            readonly doubts: readonly string[];
        };
        /**
         * @description An instrument with whom it serves now. `condition`: how it stands with it, worst first, nothing when it
         *     is lively and in order; `unfit`: why its readings do not count for a gas test; `code` is what stands in
         *     its QR code, for whoever keeps the register.
         */
        readonly InstrumentOut: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            readonly serial: string;
            readonly name: string;
            /** Format: uuid */
            readonly site_id: string;
            readonly gateway_id: string | null;
            readonly gateway_name: string | null;
            /** Format: date-time */
            readonly enrolled_at: string;
            readonly retired_at: string | null;
            readonly calibrated_at: string | null;
            readonly calibrated_until: string | null;
            readonly bumped_at: string | null;
            readonly bump_until: string | null;
            readonly bump_passed: boolean | null;
            readonly ex: string | null;
            readonly firmware: string | null;
            readonly permit_id: string | null;
            readonly permit_number: string | null;
            readonly point: string | null;
            readonly person_id: string | null;
            readonly person_name: string | null;
            readonly from_at: string | null;
            readonly condition: readonly string[];
            readonly silent: boolean;
            readonly unfit: readonly string[];
            readonly last: components["schemas"]["Last"] | null;
            readonly code: string | null;
        };
        /**
         * @description What an instrument told of a cause: the rule in words, the value beside its limit, since when, and
         *     whether it still does; `late`: it came out of history (S18).
         */
        readonly InstrumentTold: {
            readonly rule: components["schemas"]["Words"] | null;
            readonly instrument: string;
            readonly channel: string | null;
            readonly value: string | null;
            readonly limit: string | null;
            readonly unit: string | null;
            /** Format: date-time */
            readonly since: string;
            readonly open: boolean;
            readonly late: boolean;
            readonly person: components["schemas"]["By"] | null;
        };
        /** @description What Davy does at the place of a permit: the rows that are armed, and the orders, the newest first. */
        readonly InterlocksOut: {
            /** Format: uuid */
            readonly point: string;
            readonly armed: readonly components["schemas"]["EffectRow"][];
            readonly orders: readonly components["schemas"]["EffectOrder"][];
        };
        /** @description Whose phone is to be enrolled (nobody named = one's own), and the password of whoever asks. */
        readonly InvitationIn: {
            readonly password: string;
            readonly account?: string | null;
        };
        /** @description The code to be scanned: `path` below this address, and its picture (SVG). Told once. */
        readonly InvitationOut: {
            readonly token: string;
            readonly path: string;
            readonly svg: string;
            /** Format: date-time */
            readonly expires_at: string;
        };
        /** @description One isolation in a list, with how many of its points hold, and how many permits rely on it. */
        readonly IsolationLine: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: string;
            /** @enum {string} */
            readonly state: "open" | "testing" | "restored" | "cancelled";
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            readonly points: number;
            readonly applied: number;
            readonly verified: number;
            readonly blinds: number;
            readonly blinds_verified: number;
            readonly locks: number;
            readonly relying: number;
            /** Format: date-time */
            readonly changed_at: string;
            readonly version: number;
        };
        /** @description The whole of one isolation for its reader. */
        readonly IsolationOut: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: string;
            /** @enum {string} */
            readonly state: "open" | "testing" | "restored" | "cancelled";
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            readonly points: number;
            readonly applied: number;
            readonly verified: number;
            readonly blinds: number;
            readonly blinds_verified: number;
            readonly locks: number;
            readonly relying: number;
            /** Format: date-time */
            readonly changed_at: string;
            readonly version: number;
            readonly site: components["schemas"]["SiteOfIt"];
            readonly equipment: components["schemas"]["MaybeEquipment"] | null;
            readonly drawing: string | null;
            readonly planned: components["schemas"]["StepDone"];
            readonly isolators: readonly components["schemas"]["Named"][];
            readonly verifiers: readonly components["schemas"]["Named"][];
            readonly rows: readonly components["schemas"]["IsolationPoint"][];
            readonly hung: readonly components["schemas"]["HungLock"][];
            readonly reliances: readonly components["schemas"]["RelianceOut"][];
            readonly trial: components["schemas"]["TrialOut"] | null;
            readonly valve_only: number;
            readonly duties: readonly string[];
            readonly commands: readonly string[];
            readonly history: readonly components["schemas"]["HappenedOut"][];
            /** Format: date-time */
            readonly server_time: string;
        };
        /**
         * @description One point. x and y: its place on the drawing, 0 to 1. `commands` are the steps the reader may take on
         *     it now; what stands against one is judged when it is given.
         */
        readonly IsolationPoint: {
            readonly id: string;
            readonly kind: string;
            readonly name: string | null;
            readonly number: string | null;
            readonly line: string | null;
            readonly medium: string | null;
            readonly hazardous: boolean;
            readonly x: number | null;
            readonly y: number | null;
            /** @enum {string} */
            readonly state: "planned" | "fitting" | "applied" | "verified" | "released" | "taking_out" | "removed" | "restored";
            readonly tag: string | null;
            readonly photo: string | null;
            readonly begun: components["schemas"]["StepDone"] | null;
            readonly applied: components["schemas"]["StepDone"] | null;
            readonly verified: components["schemas"]["StepDone"] | null;
            readonly doubted: components["schemas"]["StepDone"] | null;
            readonly removed: components["schemas"]["StepDone"] | null;
            readonly restored: components["schemas"]["StepDone"] | null;
            readonly locks: readonly string[];
            readonly commands: readonly string[];
        };
        /** @description What states, points, kinds, locks, duties and commands are called. */
        readonly IsolationWords: {
            readonly kinds: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly locks: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly states: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly points: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly duties: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly commands: {
                readonly [key: string]: components["schemas"]["Words"];
            };
        };
        /**
         * @description Which isolations: `standing` are those not over; `before` is `changed_at` of the last one
         *     of the page before.
         */
        readonly IsolationsIn: {
            readonly state?: ("standing" | "open" | "testing" | "restored" | "cancelled") | null;
            readonly area?: string | null;
            readonly permit?: string | null;
            readonly q?: string | null;
            readonly before?: string | null;
            /** @default 100 */
            readonly size?: number;
        };
        /** @description A row of a list of the law or the template, with its words. */
        readonly Item: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
        };
        /** @description One envelope exactly as it was signed, the signature (raw r‖s, base64url), and a passkey's answer. */
        readonly ItemIn: {
            readonly text: string;
            readonly signature: string;
            readonly assertion?: components["schemas"]["AssertionIn"] | null;
        };
        /** @description What is done against a hazard, in both languages. */
        readonly JsaControl: {
            readonly zh: string;
            readonly en: string;
        };
        /** @description A kind of consequence or of equipment. */
        readonly JsaKind: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
        };
        /** @description The scales, what rows may name, the company's rows, and whether the reader may change them. */
        readonly JsaOut: {
            readonly scales: readonly components["schemas"]["ScaleRow"][];
            readonly kinds: readonly components["schemas"]["JsaKind"][];
            readonly works: readonly components["schemas"]["JsaWork"][];
            readonly equipment: readonly components["schemas"]["JsaKind"][];
            readonly rows: readonly components["schemas"]["JsaRowOut"][];
            readonly may_write: boolean;
        };
        /**
         * @description A row that the company always asks about. `kind` is one of the kinds of consequence; empty `types` and
         *     `equipment`: for every work, whatever the equipment.
         */
        readonly JsaRowIn: {
            readonly kind: string;
            /** @enum {string} */
            readonly about: "environment" | "equipment" | "people";
            readonly types?: readonly string[];
            readonly equipment?: readonly string[];
            readonly zh: string;
            readonly en: string;
            readonly controls: readonly components["schemas"]["JsaControl"][];
        };
        /** @description A row of the register. One that was withdrawn is asked no more; permits that have it keep it. */
        readonly JsaRowOut: {
            readonly kind: string;
            /** @enum {string} */
            readonly about: "environment" | "equipment" | "people";
            readonly types: readonly string[];
            readonly equipment: readonly string[];
            readonly zh: string;
            readonly en: string;
            readonly controls: readonly components["schemas"]["JsaControl"][];
            /** Format: uuid */
            readonly id: string;
            readonly withdrawn: boolean;
        };
        /** @description A type of work by its name. */
        readonly JsaWork: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
        };
        /** @description How long records are kept at the least, by which clause; `grade` is how sure that is. */
        readonly KeptForOut: {
            readonly days: number;
            readonly clause: string;
            readonly also: string | null;
            readonly grade: string;
        };
        /** @description How long one thing is kept; `law` are the days that the law asks for at the least. */
        readonly KeptPeriodOut: {
            readonly days: number;
            readonly clause: string;
            readonly also: string | null;
            readonly grade: string;
            readonly what: string;
            readonly law: number;
            readonly shorter: components["schemas"]["ShorterOut"] | null;
        };
        /** @description How many records of one kind are past their period. */
        readonly KindCountOut: {
            readonly id: string;
            readonly n: number;
        };
        /**
         * @description A kind by name. `gas`: its readings may enter a gas test; `worn`: it serves a person; `calibrated`,
         *     `bumped`: either is asked of it; `fresh_s`: an older reading enters no gas test.
         */
        readonly KindWord: {
            readonly zh: string;
            readonly en: string;
            readonly gas: boolean;
            readonly worn: boolean;
            readonly calibrated: boolean;
            readonly bumped: boolean;
            readonly fresh_s: number | null;
        };
        /** @description Where the terminal will stand, and the password of whoever lets it in. */
        readonly KioskIn: {
            readonly password: string;
            /** Format: uuid */
            readonly site: string;
        };
        /** @description The address to open on the terminal, and its picture (SVG). Told once, good for 15 minutes. */
        readonly KioskInvited: {
            readonly path: string;
            readonly svg: string;
            /** Format: date-time */
            readonly expires_at: string;
        };
        /** @description A shared terminal. */
        readonly KioskOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly site_id: string | null;
            readonly ex: string | null;
            /** Format: date-time */
            readonly enrolled_at: string;
            readonly revoked_at: string | null;
        };
        /** @description Only the id is known for certain. */
        readonly Known: {
            /** Format: uuid */
            readonly id: string;
        };
        /** @description What is stuck on an instrument: its code as an address that phones open, and drawn. */
        readonly LabelOut: {
            readonly code: string;
            readonly address: string;
            readonly svg: string;
        };
        /**
         * @description Whether work may go on now (`go`) and until when without anything being renewed.
         *
         *     `requirement` is the condition that lapses next or stands in the way now, `validity` for the permit's own
         *     end; `why` says it in words.
         */
        readonly Lamp: {
            readonly go: boolean;
            readonly until: string | null;
            readonly requirement: string | null;
            readonly why: components["schemas"]["Words"] | null;
        };
        /** @description The language an account wants to read. */
        readonly LanguageIn: {
            /** @enum {string} */
            readonly language: "zh" | "en";
        };
        /** @description The last reading of an instrument, its values as texts by channel in the units of `words`. */
        readonly Last: {
            /** Format: date-time */
            readonly taken_at: string;
            /** Format: date-time */
            readonly received_at: string;
            readonly clock: string;
            readonly channels: {
                readonly [key: string]: string;
            };
            readonly readings: number;
            readonly duplicates: number;
            readonly missing: number;
        };
        /** @description The columns that are shown, in their order, and how close the lines stand. */
        readonly Layout: {
            readonly columns: readonly components["schemas"]["Column"][];
            /** @enum {string} */
            readonly density: "dense" | "roomy";
        };
        /** @description What the forms of the ledger offer: subjects, kinds, types of work, common contraindications. */
        readonly LedgerWords: {
            readonly trainings: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly checkups: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly contraindications: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly works: readonly string[];
        };
        /** @description All steps of one pack; a step that is not named is asked no more than the pack does. */
        readonly LevelsIn: {
            readonly pack: string;
            readonly base?: string | null;
            readonly steps: readonly components["schemas"]["StepIn"][];
        };
        /** @description What is asked, and of whom it would ask too much today: those below the highest level. */
        readonly LevelsOut: {
            readonly packs: readonly components["schemas"]["PackLevels"][];
            readonly signers: readonly components["schemas"]["SignerOut"][];
            readonly may_write: boolean;
        };
        /** @description Which page of what stands behind. */
        readonly LinesIn: {
            readonly since?: string | null;
            readonly until?: string | null;
            /** @default [] */
            readonly pick?: readonly string[];
            /** @default 1 */
            readonly page?: number;
            /** @default 50 */
            readonly size?: number;
        };
        /**
         * @description Whether readings come in. `watching`: a reader was seen lately and lets gateways in; `broker_gone`: a
         *     reader is there and reaches no broker; `broker_full`: it reaches one that takes no message; `behind`: so
         *     many messages wait in the broker; `moved_at`: when one was last written; `partitions` that somebody reads,
         *     of all; `set_aside` of the last day by reason; `lag_s`: seconds since the broker took the oldest message
         *     that waits.
         */
        readonly LinkOut: {
            readonly watching: boolean;
            readonly broker_gone: boolean;
            readonly broker_full: boolean;
            readonly fault: string | null;
            readonly behind: number;
            readonly lag_s: number;
            readonly moved_at: string | null;
            readonly partitions: number;
            readonly of: number;
            readonly set_aside: {
                readonly [key: string]: number;
            };
        };
        /**
         * @description Other special works of the same job (4.6): the types `needed`, those `lacking` a permit that lives, the
         *     `permits` named for them, and the `choices` among the permits of the area.
         */
        readonly Linked: {
            readonly needed: readonly string[];
            readonly lacking: readonly string[];
            readonly permits: readonly components["schemas"]["BoardItem"][];
            readonly choices: readonly components["schemas"]["BoardItem"][];
        };
        /** @description One alarm that was raised again and again within a short time. */
        readonly LoadAlarm: {
            readonly kind: string;
            readonly code: string | null;
            readonly title: components["schemas"]["Words"];
            readonly count: number;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description Over how many days. */
        readonly LoadIn: {
            /** @default 7 */
            readonly days?: number;
        };
        /** @description How often alarms of one kind and code asked for attention. */
        readonly LoadKind: {
            readonly kind: string;
            readonly code: string | null;
            readonly title: components["schemas"]["Words"];
            readonly count: number;
        };
        /** @description Somebody whom alarms asked for attention; `average` and `peak` in ten minutes. */
        readonly LoadPerson: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly count: number;
            readonly average: string;
            readonly peak: number;
        };
        /** @description What may hang on a circuit; `never`: it must not be cut. */
        readonly LoadWords: {
            readonly zh: string;
            readonly en: string;
            readonly never: boolean;
        };
        /** @description One look through all evidence that came to its end; `ended_at` says when. Counts of what was read. */
        readonly LookOut: {
            /** Format: date-time */
            readonly began_at: string;
            /** Format: date-time */
            readonly ended_at: string;
            readonly streams: number;
            readonly events: number;
            readonly entries: number;
            readonly files: number;
            readonly faults: number;
        };
        /** @description One that was recorded; `value` is null for a check. */
        readonly Made: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"];
            readonly ok: boolean;
            readonly value: string | null;
            readonly photo: string | null;
        };
        /** @description Input that cannot be read: nothing was decided and nothing recorded. Otherwise as ProblemOut. */
        readonly Malformed: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: string;
            readonly clause: string | null;
            readonly detail: components["schemas"]["Words"];
            readonly missing: readonly components["schemas"]["Misplaced"][];
            readonly remedy: readonly components["schemas"]["Remedy"][];
        };
        /** @description The equipment it is for. */
        readonly MaybeEquipment: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly name: string;
        };
        /** @description As Named; both null when nobody was named. */
        readonly MaybeNamed: {
            readonly id: string | null;
            readonly name: string | null;
        };
        /**
         * @description A safety measure with its answer 涉及/不涉及, null until it was given. `given` maps what was measured
         *     to its figure, in the unit its value names.
         */
        readonly MeasureRow: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly clause: string;
            readonly values: readonly components["schemas"]["MeasureValue"][];
            /** @enum {string} */
            readonly order: "before_gas" | "after_gas" | "any";
            readonly photo_due: boolean;
            readonly critical: boolean;
            readonly applies: boolean | null;
            readonly given: {
                readonly [key: string]: string;
            };
            readonly photo: string | null;
            readonly by: components["schemas"]["Named"] | null;
            readonly at: string | null;
        };
        /** @description A figure that a measure asks for, in this unit. */
        readonly MeasureValue: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly unit: string;
        };
        /**
         * @description How a messenger is asked; its fields depend on the kind. Without `secret` the one kept before holds, as
         *     long as it goes to the same place.
         */
        readonly MessengerIn: {
            /** @default true */
            readonly enabled?: boolean;
            /** @default false */
            readonly private_net?: boolean;
            readonly settings?: {
                readonly [key: string]: unknown;
            };
            readonly secret?: {
                readonly [key: string]: string;
            } | null;
        };
        /**
         * @description One messenger. `settings` only for whoever may change them; `problem` is why it takes nothing now.
         *     Counts are of the last day; `unreached` counts people with a login whom it cannot find.
         */
        readonly MessengerOut: {
            readonly kind: string;
            readonly zh: string;
            readonly en: string;
            readonly set_up: boolean;
            readonly enabled: boolean;
            readonly private_net: boolean;
            readonly settings: {
                readonly [key: string]: unknown;
            } | null;
            readonly tried_at: string | null;
            readonly answered_at: string | null;
            readonly problem: string;
            readonly failures: number;
            readonly waiting: number;
            readonly sent: number;
            readonly given_up: number;
            readonly unreached: number;
        };
        /**
         * @description The reader's duties on this permit, the commands the lifecycle lets him give now (their conditions are
         *     judged when he does), and his tasks in order. `signs`: of those commands the ones that carry a signature,
         *     and the level (1 to 3) that it needs; `whys` why, where it is more than any.
         */
        readonly Mine: {
            readonly duties: readonly string[];
            readonly commands: readonly string[];
            readonly tasks: readonly components["schemas"]["MyTask"][];
            readonly signs: {
                readonly [key: string]: number;
            };
            readonly whys: {
                readonly [key: string]: components["schemas"]["SignWhy"];
            };
        };
        /**
         * @description Something that does not hold. `subject`: ``permit/<id>``, ``entry 7`` of the log, a file's hash, or
         *     hour, instrument and number of sealed readings; `number` is the permit's; `why` a word of the check that
         *     failed.
         */
        readonly MismatchOut: {
            /** @enum {string} */
            readonly part: "chain" | "row" | "log" | "file" | "reading";
            readonly subject: string;
            readonly why: string;
            readonly number: string | null;
            /** Format: date-time */
            readonly found_at: string;
            /** Format: date-time */
            readonly seen_at: string;
        };
        /**
         * @description Where input is wrong, as a path of keys and numbers, and in which way; never the value that was
         *     sent.
         */
        readonly Misplaced: {
            readonly at: string;
            readonly wrong: string;
        };
        /**
         * @description One that waits for the reader: the post and as what he decides it, `sent_by` whom as a delegate.
         *     `against` is everything for which the door would refuse his signature now, though he gave all that is his
         *     to give; `conflicts` are the crossing works not yet settled, null when nobody can tell.
         */
        readonly MyRow: {
            readonly permit: components["schemas"]["BoardItem"];
            readonly stage: components["schemas"]["QueueStage"];
            readonly urgent: boolean;
            readonly since: string | null;
            readonly due: string | null;
            readonly waits_for: readonly components["schemas"]["QueuePost"][];
            readonly stuck: boolean;
            readonly post: components["schemas"]["PostNamed"];
            /** @enum {string} */
            readonly standing: "holder" | "deputy" | "delegate" | "superior";
            readonly sent_by: components["schemas"]["Named"] | null;
            readonly against: readonly components["schemas"]["Reason"][];
            readonly conflicts: number | null;
        };
        /** @description What the reader must do here; `due` null = as soon as possible. */
        readonly MyTask: {
            readonly command: string;
            readonly due: string | null;
        };
        /** @description Somebody or something of a register; `name` is null when the register no longer knows it. */
        readonly Named: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
        };
        /**
         * @description To what the list is narrowed, and how it is sorted; lists are comma-separated. `q` are words that must
         *     all be found in number, work, place, equipment, people or firms. `archive` are
         *     words that must all stand in what was written on the permit or in who and what it names, with contractors,
         *     equipment and remarks. `since` and `until` keep the permits
         *     whose time shares any of that stretch.
         */
        readonly Narrowed: {
            readonly state?: string | null;
            readonly type?: string | null;
            readonly level?: string | null;
            readonly area?: string | null;
            readonly unit?: string | null;
            readonly point?: string | null;
            readonly equipment?: string | null;
            readonly firm?: string | null;
            readonly person?: string | null;
            readonly order?: string | null;
            readonly since?: string | null;
            readonly until?: string | null;
            readonly clearance?: ("open" | "confirmed" | "none") | null;
            readonly q?: string | null;
            readonly archive?: string | null;
            /** @default false */
            readonly mine?: boolean;
            /**
             * @default changed
             * @enum {string}
             */
            readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
            /** @default false */
            readonly rising?: boolean;
        };
        /** @description Whether each night removes what is past its period, so many records at the most. */
        readonly NightsOut: {
            readonly on: boolean;
            readonly most: number;
            readonly reason: string;
            /** Format: date-time */
            readonly switched_at: string;
            readonly switched_by_name: string | null;
        };
        /** @description The password of the session's own account: a passkey signs for its person, so he is asked first. */
        readonly OfferIn: {
            readonly password: string;
        };
        /**
         * @description What the browser makes a passkey from; texts but `rp_id` are base64url. `exclude`: those that are known
         *     already. `token` goes back with what was made, within five minutes.
         */
        readonly OfferOut: {
            readonly challenge: string;
            readonly rp_id: string;
            readonly user: string;
            readonly exclude: readonly string[];
            readonly token: string;
        };
        /** @description A template and whether the site offers it; `special`: one of the eight special works of GB 30871. */
        readonly OfferedTemplate: {
            readonly id: string;
            readonly type: string;
            readonly special: boolean;
            readonly title: components["schemas"]["Words"];
            readonly on: boolean;
        };
        /** @description A permit on which he is named or which he signed, with what he is on it. */
        readonly OnPermit: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            readonly level: string;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            /** @enum {string} */
            readonly clearance: "none" | "open" | "confirmed";
            readonly content: string;
            readonly point: string | null;
            readonly window: components["schemas"]["Span"];
            readonly roles: readonly string[];
        };
        /** @description A permit that is open, or not cleared, at the scanned point. */
        readonly OpenHere: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            readonly level: string;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            /** @enum {string} */
            readonly clearance: "none" | "open" | "confirmed";
        };
        /** @description The token of a screen. */
        readonly OpenIn: {
            readonly token: string;
        };
        /** @description Whose board the screen shows from now on. */
        readonly Opened: {
            readonly name: string;
            /** Format: uuid */
            readonly site_id: string;
        };
        /**
         * @description A maintenance plan or work order as entered; both days are included. Without an equipment it is for the
         *     whole site.
         */
        readonly OrderIn: {
            /** Format: uuid */
            readonly site_id: string;
            readonly number: string;
            readonly title: string;
            /** @enum {string} */
            readonly source: "plan" | "order";
            /** @default  */
            readonly equipment_code?: string;
            /** Format: date */
            readonly starts_on: string;
            /** Format: date */
            readonly ends_on: string;
            /** @default true */
            readonly open?: boolean;
        };
        readonly OrderInPatch: {
            readonly site_id?: string | null;
            readonly number?: string | null;
            readonly title?: string | null;
            readonly source?: ("plan" | "order") | null;
            readonly equipment_code?: string | null;
            readonly starts_on?: string | null;
            readonly ends_on?: string | null;
            readonly open?: boolean | null;
        };
        /** @description A maintenance plan or work order. */
        readonly OrderOut: {
            /** Format: uuid */
            readonly site_id: string;
            readonly number: string;
            readonly title: string;
            /** @enum {string} */
            readonly source: "plan" | "order";
            /** @default  */
            readonly equipment_code: string;
            /** Format: date */
            readonly starts_on: string;
            /** Format: date */
            readonly ends_on: string;
            /** @default true */
            readonly open: boolean;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description Which of them. */
        readonly OrdersWanted: {
            /** @default 1 */
            readonly page?: number;
            /** @default 50 */
            readonly size?: number;
            /** @default  */
            readonly q?: string;
            readonly open?: boolean | null;
        };
        /** @description One that waits for others; `involved`: the reader is on it. */
        readonly OthersRow: {
            readonly permit: components["schemas"]["BoardItem"];
            readonly stage: components["schemas"]["QueueStage"];
            readonly urgent: boolean;
            readonly since: string | null;
            readonly due: string | null;
            readonly waits_for: readonly components["schemas"]["QueuePost"][];
            readonly stuck: boolean;
            readonly involved: boolean;
        };
        /**
         * @description One outage with its account. `due_at` is when somebody is called about what is missing; `commands` are
         *     the steps the reader may take.
         */
        readonly OutageOut: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly version: number;
            /** @enum {string} */
            readonly state: "open" | "ended";
            readonly site: components["schemas"]["Named"];
            readonly areas: readonly components["schemas"]["Named"][];
            readonly reason: string;
            readonly text: string | null;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly until: string;
            readonly ended_at: string | null;
            readonly declared: components["schemas"]["PaperMark"];
            readonly ended: components["schemas"]["PaperMark"] | null;
            readonly late: boolean;
            readonly happened: boolean;
            readonly due_at: string | null;
            readonly gaps: readonly components["schemas"]["Gap"][];
            readonly commands: readonly string[];
        };
        /** @description What reasons, conditions, items, states, duties and commands are called. */
        readonly OutageWords: {
            readonly reasons: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly conditions: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly clear: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly states: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly sheets: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly duties: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly commands: {
                readonly [key: string]: components["schemas"]["Words"];
            };
        };
        /** @description The steps of one pack; `base` names the state that a change goes on from, null where there is none. */
        readonly PackLevels: {
            readonly pack: string;
            readonly title: components["schemas"]["Words"];
            readonly base: string | null;
            readonly steps: readonly components["schemas"]["StepOut"][];
        };
        /** @description One standard as a pack of requirements; `requirements` counts those over all types of work. */
        readonly PackOut: {
            readonly id: string;
            readonly version: string;
            readonly title: components["schemas"]["Words"];
            readonly source: string;
            /** Format: date */
            readonly effective: string;
            readonly requirements: number;
        };
        readonly Page_AccountOut_: {
            readonly items: readonly components["schemas"]["AccountOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_AreaOut_: {
            readonly items: readonly components["schemas"]["AreaOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_AuditOut_: {
            readonly items: readonly components["schemas"]["AuditOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_CameraOut_: {
            readonly items: readonly components["schemas"]["CameraOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_CertificateOut_: {
            readonly items: readonly components["schemas"]["CertificateOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_CheckupOut_: {
            readonly items: readonly components["schemas"]["CheckupOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_EquipmentOut_: {
            readonly items: readonly components["schemas"]["EquipmentOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_FirmOut_: {
            readonly items: readonly components["schemas"]["FirmOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_OrderOut_: {
            readonly items: readonly components["schemas"]["OrderOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_PersonOut_: {
            readonly items: readonly components["schemas"]["PersonOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_PointOut_: {
            readonly items: readonly components["schemas"]["PointOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_PostOut_: {
            readonly items: readonly components["schemas"]["PostOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_RestrictionOut_: {
            readonly items: readonly components["schemas"]["RestrictionOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_RosterRow_: {
            readonly items: readonly components["schemas"]["RosterRow"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_SecurityOut_: {
            readonly items: readonly components["schemas"]["SecurityOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_SiteOut_: {
            readonly items: readonly components["schemas"]["SiteOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_TrainingOut_: {
            readonly items: readonly components["schemas"]["TrainingOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_UnitOut_: {
            readonly items: readonly components["schemas"]["UnitOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly Page_ViolationOut_: {
            readonly items: readonly components["schemas"]["ViolationOut"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        /** @description Which page of a list, and the words looked for. */
        readonly Paging: {
            /** @default 1 */
            readonly page?: number;
            /** @default 50 */
            readonly size?: number;
            /** @default  */
            readonly q?: string;
        };
        /** @description A value with its unit. */
        readonly PaperFigure: {
            readonly value: string;
            readonly unit: string;
        };
        /** @description What was entered of a sheet afterwards; `outside` a declared outage or not. */
        readonly PaperFilled: {
            readonly by: components["schemas"]["PaperMark"];
            /** Format: date-time */
            readonly starts_at: string;
            readonly ends_at: string | null;
            readonly outcome: string;
            readonly responsible: components["schemas"]["Named"];
            readonly guardian: components["schemas"]["Named"] | null;
            readonly workers: readonly components["schemas"]["Named"][];
            readonly readings: readonly components["schemas"]["SheetReading"][];
            readonly photos: readonly string[];
            readonly outside: boolean;
            readonly text: string | null;
        };
        /** @description When somebody did it. */
        readonly PaperMark: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"];
        };
        /**
         * @description Everything of the room 停机与纸质票: outages, blocks, what is missing. `may`: first steps open to the
         *     reader: declare_outage, print_block.
         */
        readonly PaperOut: {
            readonly outages: readonly components["schemas"]["OutageOut"][];
            readonly blocks: readonly components["schemas"]["BlockOut"][];
            readonly may: readonly string[];
            /** Format: date-time */
            readonly server_time: string;
        };
        /**
         * @description A reading as it stands on a sheet. `unread`: why no verdict rests on it; `words`: what stands there
         *     where it is no value.
         */
        readonly PaperReading: {
            readonly point: string;
            readonly substance: string;
            readonly value: components["schemas"]["PaperFigure"] | null;
            readonly unread: string | null;
            readonly words: string | null;
        };
        /** @description One sheet and its account. `reason`: why it is void or lost. `gap`: nobody told of it. */
        readonly PaperSheet: {
            readonly serial: string;
            /** @enum {string} */
            readonly state: "blank" | "doubted" | "lost" | "void" | "returned" | "live" | "closed";
            readonly told: components["schemas"]["PaperMark"] | null;
            readonly unused_at: string | null;
            readonly reason: string | null;
            readonly gap: boolean;
            readonly used: components["schemas"]["PaperUsed"] | null;
            readonly commands: readonly string[];
        };
        /** @description A sheet that the reader is asked about, with the command and until when. */
        readonly PaperTask: {
            readonly serial: string;
            /** Format: uuid */
            readonly block: string;
            readonly number: string;
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            /** @enum {string} */
            readonly command: "fill_in_sheet" | "review_sheet";
            /** Format: date-time */
            readonly due: string;
        };
        /** @description A sheet that was worked on. `fill_in_by` and `review_by` are the deadlines of what is still missing. */
        readonly PaperUsed: {
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            readonly condition: string;
            readonly registered: components["schemas"]["PaperMark"];
            readonly outage: string | null;
            readonly photos: readonly string[];
            readonly text: string | null;
            readonly filled: components["schemas"]["PaperFilled"] | null;
            readonly reviewed: components["schemas"]["PaperMark"] | null;
            readonly agrees: boolean | null;
            readonly closed: components["schemas"]["PaperMark"] | null;
            readonly carried_to: string | null;
            readonly fill_in_by: string | null;
            readonly review_by: string | null;
        };
        /** @description A figure: `tighten` is the only way a site may move it, `grade` how sure its source is. */
        readonly Parameter: {
            readonly name: string;
            readonly value: string;
            readonly tighten: string | null;
            readonly grade: string | null;
        };
        /** @description How much of an upload in parts has arrived, in bytes; `whole` once it is an attachment. */
        readonly PartsOut: {
            readonly received: number;
            readonly whole: boolean;
        };
        /** @description One pass of a gate. `state`: asked, in, late, revoking, revoked; `why` it was taken back. */
        readonly PassOut: {
            readonly id: string;
            /** Format: uuid */
            readonly person: string;
            readonly name: string;
            readonly state: string;
            readonly why: string;
            /** Format: date-time */
            readonly start: string;
            /** Format: date-time */
            readonly end: string;
            readonly permits: readonly string[];
            /** Format: date-time */
            readonly granted_at: string;
            readonly confirmed_at: string | null;
            readonly revoked_at: string | null;
            readonly gone_at: string | null;
        };
        /** @description A passage read back from the list of a gate without a network. */
        readonly PassageIn: {
            /** Format: uuid */
            readonly person: string;
            /** @enum {string} */
            readonly way: "in" | "out";
            /** Format: date-time */
            readonly at: string;
        };
        /** @description Somebody went through. `badge` are the last characters of one that nobody here has. */
        readonly PassageOut: {
            /** Format: date-time */
            readonly at: string;
            readonly way: string;
            readonly person: string | null;
            readonly name: string;
            readonly badge: string;
            readonly gate: string;
            readonly gate_name: string;
            readonly verdict: string;
            readonly source: string;
            /** Format: date-time */
            readonly noted_at: string;
        };
        /** @description What the authenticator answered, base64url. */
        readonly PasskeyAnswer: {
            readonly clientDataJSON: string;
            readonly attestationObject: string;
            readonly transports?: readonly string[];
        } & {
            readonly [key: string]: unknown;
        };
        /** @description The passkey that was made for an offer, with the name its owner knows it by. */
        readonly PasskeyIn: {
            readonly token: string;
            readonly name: string;
            readonly credential: components["schemas"]["PasskeyMade"];
        };
        /** @description A new passkey as WebAuthn spells it. */
        readonly PasskeyMade: {
            readonly id: string;
            readonly rawId: string;
            /** @constant */
            readonly type: "public-key";
            readonly response: components["schemas"]["PasskeyAnswer"];
        };
        /** @description A passkey of the company, with whose it is. */
        readonly PasskeyOfOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly rp_id: string;
            readonly credential: string;
            readonly transports: readonly string[];
            readonly synced: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly used_at: string | null;
            readonly revoked_at: string | null;
            /** Format: uuid */
            readonly account_id: string;
            readonly username: string;
        };
        /** @description A passkey. `synced`: it lives in an account of its owner and may be on several of his devices. */
        readonly PasskeyOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly rp_id: string;
            readonly credential: string;
            readonly transports: readonly string[];
            readonly synced: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly used_at: string | null;
            readonly revoked_at: string | null;
        };
        /** @description The three times of a pause, and when the break began: the last proven work (S2, S8). */
        readonly PauseOut: {
            /** Format: date-time */
            readonly decided_at: string;
            /** Format: date-time */
            readonly began_at: string;
            readonly by_gas: boolean;
            readonly received_at: string | null;
            readonly confirmed_at: string | null;
        };
        /** @description Which people: by state, firm, unit, trade, the plant's own staff or not, holders of a kind of paper. */
        readonly PeopleWanted: {
            /** @default 1 */
            readonly page?: number;
            /** @default 50 */
            readonly size?: number;
            /** @default  */
            readonly q?: string;
            readonly status?: ("active" | "frozen" | "left") | null;
            readonly firm_id?: string | null;
            readonly unit_id?: string | null;
            /** @default  */
            readonly trade?: string;
            readonly own_staff?: boolean | null;
            readonly certificate?: ("special_operation" | "special_equipment" | "guardian" | "gas_analyst" | "safety_manager") | null;
        };
        /** @description A holiday, rest period or major event as entered; the end is not included. */
        readonly PeriodIn: {
            /** @enum {string} */
            readonly kind: "holiday" | "rest_day" | "major_event";
            /** @default  */
            readonly name?: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
        };
        /** @description A special period. */
        readonly PeriodOut: {
            /** @enum {string} */
            readonly kind: "holiday" | "rest_day" | "major_event";
            /** @default  */
            readonly name: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description What the permit lets pass, in the unit of the channel. */
        readonly PermitLimit: {
            readonly low: string | null;
            readonly high: string | null;
            readonly basis: string | null;
        };
        /** @description What one gate lets one person of a permit do; see PassOut. */
        readonly PermitPassOut: {
            /** Format: uuid */
            readonly person: string;
            readonly name: string;
            readonly gate: string;
            readonly gate_name: string;
            readonly state: string;
            readonly why: string;
            /** Format: date-time */
            readonly start: string;
            /** Format: date-time */
            readonly end: string;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description A person with his papers. */
        readonly PersonDetail: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly name_pinyin: string;
            readonly hr_code: string;
            readonly firm_id: string | null;
            readonly trade: string;
            readonly unit_id: string | null;
            readonly team: string;
            readonly status: string;
            readonly photo: string;
            readonly phone: string;
            readonly id_last4: string;
            readonly certificates: readonly components["schemas"]["CertificateOut"][];
        };
        /** @description The person behind the session. */
        readonly PersonHere: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly hr_code: string;
            readonly firm_id: string | null;
            readonly status: string;
            readonly photo: string;
        };
        /** @description A person as entered. ``id_number`` is checked and kept sealed; ``photo`` is an uploaded attachment. */
        readonly PersonIn: {
            readonly name: string;
            readonly hr_code: string;
            /** @default  */
            readonly name_pinyin?: string;
            readonly firm_id?: string | null;
            readonly id_number?: string | null;
            /** @default  */
            readonly phone?: string;
            /** @default  */
            readonly photo?: string;
            /** @default  */
            readonly trade?: string;
            readonly unit_id?: string | null;
            /** @default  */
            readonly team?: string;
            /**
             * @default active
             * @enum {string}
             */
            readonly status?: "active" | "frozen" | "left";
        };
        readonly PersonInPatch: {
            readonly name?: string | null;
            readonly hr_code?: string | null;
            readonly name_pinyin?: string | null;
            readonly firm_id?: string | null;
            readonly id_number?: string | null;
            readonly phone?: string | null;
            readonly photo?: string | null;
            readonly trade?: string | null;
            readonly unit_id?: string | null;
            readonly team?: string | null;
            readonly status?: ("active" | "frozen" | "left") | null;
        };
        /** @description A person in a list. ``phone`` is masked and ``id_last4`` empty for who need not know them. */
        readonly PersonOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly name_pinyin: string;
            readonly hr_code: string;
            readonly firm_id: string | null;
            readonly trade: string;
            readonly unit_id: string | null;
            readonly team: string;
            readonly status: string;
            readonly photo: string;
            readonly phone: string;
            readonly id_last4: string;
        };
        /** @description A photo that is due in a state of the permit. */
        readonly PhotoDuty: {
            readonly zh: string;
            readonly en: string;
            readonly purpose: string;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
        };
        /** @description A PIN of six digits, under the password of the session's own account. */
        readonly PinIn: {
            readonly password: string;
            readonly pin: string;
        };
        /** @description Whether the account has a PIN. */
        readonly PinOut: {
            readonly is_set: boolean;
        };
        /** @description The PIN of the session's own account, and the command it is for. */
        readonly PinProofIn: {
            readonly pin: string;
            /** Format: uuid */
            readonly command: string;
        };
        /** @description What goes into that command's envelope; it counts together with the signature of an enrolled device. */
        readonly PinProofOut: {
            readonly token: string;
        };
        /** @description How many there are in one area, or of one unit. */
        readonly PlaceCountOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly n: number;
        };
        /** @description The place in words. */
        readonly PlaceName: {
            readonly area: string;
            readonly point: string;
        };
        /** @description Where the work is done. */
        readonly PlaceOfWork: {
            readonly site: components["schemas"]["Known"];
            readonly area: components["schemas"]["AreaHere"];
            readonly point: components["schemas"]["PointOfWork"];
            readonly equipment?: components["schemas"]["EquipmentHere"] | null;
        };
        /** @description A work point without a place of its own on the drawing, put there by its position. */
        readonly PlacedOut: {
            /** Format: uuid */
            readonly id: string;
            readonly x: number;
            readonly y: number;
        };
        /**
         * @description An area: the grade the plant declares for it, the grades of the work on it (`unknown`: not graded), and
         *     what a freeze would stop.
         */
        readonly PlanArea: {
            readonly x: number | null;
            readonly y: number | null;
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly code: string;
            readonly risk_grade: ("red" | "orange" | "yellow" | "blue") | null;
            readonly risks: readonly ("red" | "orange" | "yellow" | "blue" | "unknown")[];
            readonly frozen: components["schemas"]["Frozen"] | null;
            readonly stops: readonly components["schemas"]["Stops"][];
        };
        /** @description An open red alarm. */
        readonly PlanBell: {
            readonly x: number | null;
            readonly y: number | null;
            /** Format: uuid */
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly number: string | null;
            readonly permit: string | null;
            readonly point: string | null;
            readonly point_id: string | null;
            readonly state: string;
            /** Format: date-time */
            readonly at: string;
        };
        /**
         * @description The booking, plan or order of a permit by the enterprise's own number; for urgent work why it could not
         *     wait.
         */
        readonly PlanHere: {
            /** @enum {string} */
            readonly kind: "booking" | "order" | "urgent";
            readonly id: string | null;
            readonly number: string | null;
            readonly title: string | null;
            readonly reason: string | null;
        };
        /** @description The plan of a site: an uploaded SVG, its size and three control points or more. */
        readonly PlanIn: {
            readonly drawing: string;
            readonly width: number;
            readonly height: number;
            readonly control: readonly components["schemas"]["ControlPoint"][];
        };
        /**
         * @description An isolation that stands: how many points, how many of them verified; `at_area` when only its area is
         *     drawn.
         */
        readonly PlanIsolation: {
            readonly x: number | null;
            readonly y: number | null;
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: string;
            readonly state: string;
            readonly points: number;
            readonly verified: number;
            readonly point_id: string | null;
            readonly at_area: boolean;
        };
        /** @description An approved booking of this place, or an open plan or order. A booking brings its stretch and works. */
        readonly PlanOffered: {
            /** @enum {string} */
            readonly kind: "booking" | "order";
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly title: string;
            readonly templates: readonly string[] | null;
            readonly starts_at: string | null;
            readonly ends_at: string | null;
        };
        /** @description The plan with everything that is drawn on it; `ground` is null where the control points give no map. */
        readonly PlanOut: {
            readonly drawing: string;
            readonly width: number;
            readonly height: number;
            readonly control: readonly components["schemas"]["ControlPoint"][];
            readonly ground: components["schemas"]["GroundOut"] | null;
            readonly placed: readonly components["schemas"]["PlacedOut"][];
            /** Format: uuid */
            readonly site_id: string;
            readonly areas: readonly components["schemas"]["AreaOut"][];
            readonly equipment: readonly components["schemas"]["EquipmentOut"][];
            readonly points: readonly components["schemas"]["PointOut"][];
        };
        /** @description The people on one permit. */
        readonly PlanPeople: {
            readonly x: number | null;
            readonly y: number | null;
            /** Format: uuid */
            readonly permit: string;
            readonly number: string | null;
            readonly point: string | null;
            /** Format: uuid */
            readonly point_id: string;
            readonly here: readonly components["schemas"]["Here"][];
        };
        /** @description The scanned work point. */
        readonly PointHere: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly area: string;
            /** Format: uuid */
            readonly area_id: string;
            /** Format: uuid */
            readonly site_id: string;
        };
        /** @description A work point as entered. */
        readonly PointIn: {
            /** Format: uuid */
            readonly area_id: string;
            readonly equipment_id?: string | null;
            readonly code: string;
            readonly name: string;
            readonly lat?: number | null;
            readonly lon?: number | null;
            readonly height_m?: number | string | null;
            readonly radius_m?: number | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        readonly PointInPatch: {
            readonly area_id?: string | null;
            readonly equipment_id?: string | null;
            readonly code?: string | null;
            readonly name?: string | null;
            readonly lat?: number | null;
            readonly lon?: number | null;
            readonly height_m?: number | string | null;
            readonly radius_m?: number | null;
            readonly plan_x?: number | null;
            readonly plan_y?: number | null;
        };
        /** @description A work point; x and y are its place on the drawn plan, in units of the drawing. */
        readonly PointMark: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly x: number | null;
            readonly y: number | null;
        };
        /**
         * @description The work point: degrees WGS-84; x and y on the drawn plan. The rest is missing when the register no
         *     longer knows it.
         */
        readonly PointOfWork: {
            /** Format: uuid */
            readonly id: string;
            readonly code?: string;
            readonly name?: string;
            readonly lat?: number | null;
            readonly lon?: number | null;
            readonly x?: number | null;
            readonly y?: number | null;
        };
        /** @description A work point; ``qr_token`` is what its printed code holds. */
        readonly PointOut: {
            /** Format: uuid */
            readonly area_id: string;
            readonly equipment_id: string | null;
            readonly code: string;
            readonly name: string;
            readonly lat: number | null;
            readonly lon: number | null;
            readonly height_m: string | null;
            readonly radius_m: number | null;
            readonly plan_x: number | null;
            readonly plan_y: number | null;
            /** Format: uuid */
            readonly id: string;
            readonly qr_token: string;
        };
        /** @description A fence along its corners, each [lat, lon]. */
        readonly PolygonIn: {
            readonly corners: readonly (readonly [
                number,
                number
            ])[];
        };
        /** @description A post that the person holds or stands in for. */
        readonly PostHere: {
            readonly code: string;
            readonly name: string;
            readonly area_id: string | null;
            readonly unit_id: string | null;
            readonly site_id: string | null;
            readonly deputy: boolean;
        };
        /** @description A post as entered; at most one of area, unit and site, none for the whole plant. */
        readonly PostIn: {
            readonly code: string;
            readonly name: string;
            readonly area_id?: string | null;
            readonly unit_id?: string | null;
            readonly site_id?: string | null;
            readonly holder_id?: string | null;
            readonly deputy_id?: string | null;
            readonly superior_id?: string | null;
        };
        readonly PostInPatch: {
            readonly code?: string | null;
            readonly name?: string | null;
            readonly area_id?: string | null;
            readonly unit_id?: string | null;
            readonly site_id?: string | null;
            readonly holder_id?: string | null;
            readonly deputy_id?: string | null;
            readonly superior_id?: string | null;
        };
        /** @description A post of the plant; `name` is null when the register no longer knows it. */
        readonly PostNamed: {
            readonly code: string;
            readonly name: string | null;
        };
        /** @description A post with the names of holder and deputy. */
        readonly PostOut: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly name: string;
            readonly area_id: string | null;
            readonly unit_id: string | null;
            readonly site_id: string | null;
            readonly holder_id: string | null;
            readonly holder_name: string | null;
            readonly deputy_id: string | null;
            readonly deputy_name: string | null;
            readonly superior_id: string | null;
        };
        /** @description A post that approvals or duties look for; ``always``: of nearly every work. */
        readonly PostTitle: {
            readonly code: string;
            readonly zh: string;
            readonly en: string;
            readonly always: boolean;
        };
        /**
         * @description A badge as the reader told it, and the PIN. `signature`: the terminal's (raw r‖s, base64url) over
         *     davy-kiosk/1, company, kiosk, visit, challenge and the SHA-256 of badge and PIN, a line each.
         */
        readonly PresentIn: {
            /** Format: uuid */
            readonly kiosk: string;
            /** Format: uuid */
            readonly visit: string;
            readonly challenge: string;
            readonly badge: string;
            readonly pin: string;
            readonly signature: string;
        };
        /**
         * @description What would go and what would stay. Of each text of `alike` somebody decides, else nothing goes.
         *     `refused` are the reasons why nothing may go now. `whole`: not even his name would stay.
         *     `stays` lists some, `stays_total` counts all.
         */
        readonly PreviewOut: {
            readonly person: components["schemas"]["WhomOut"];
            readonly refused: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly whole: boolean;
            readonly goes: components["schemas"]["GoesOut"];
            readonly alike: readonly components["schemas"]["AlikeOut"][];
            readonly stays: readonly components["schemas"]["StaysOut"][];
            readonly stays_total: number;
            readonly period: components["schemas"]["KeptForOut"];
        };
        /** @description Who printed it. */
        readonly Printer: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
        };
        /**
         * @description Every "no": problem details of RFC 9457, as `application/problem+json`.
         *
         *     `code` is one of contracts/refusals and never changes its meaning; `clause` is the law behind it, null
         *     for a technical refusal. `missing` lists row by row what was missing or wrong, `remedy` what helps.
         */
        readonly ProblemOut: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: string;
            readonly clause: string | null;
            readonly detail: components["schemas"]["Words"];
            readonly missing: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly remedy: readonly components["schemas"]["Remedy"][];
        };
        /** @description One time it refused, lapsed or stopped work: event and permit. `command` is what was refused. */
        readonly Proof: {
            /** Format: uuid */
            readonly event: string;
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly what: "refused" | "lapsed" | "unknown" | "paused";
            /** Format: uuid */
            readonly permit: string;
            readonly number: string | null;
            readonly command: string | null;
        };
        /** @description What is proposed by factor, without and with the controls. */
        readonly Proposal: {
            readonly before: {
                readonly [key: string]: string;
            };
            readonly after: {
                readonly [key: string]: string;
            };
        };
        /**
         * @description What a new request begins with; `from` is the number of the permit its content came from. Analysis,
         *     gas, measures, briefing and signatures never come from history (S12).
         */
        readonly ProposalOut: {
            readonly place: components["schemas"]["ProposedPlace"];
            readonly place_name: components["schemas"]["PlaceName"];
            readonly window: components["schemas"]["Span"];
            readonly work: {
                readonly [key: string]: boolean | number | string | readonly string[];
            };
            readonly crew: components["schemas"]["ProposedCrew"];
            readonly content: string;
            readonly from: string | null;
            readonly plans: readonly components["schemas"]["PlanOffered"][];
            readonly plan_required: boolean;
            readonly earlier: readonly components["schemas"]["EarlierPermit"][];
        };
        /** @description The crew of the last such work here; empty when there was none. */
        readonly ProposedCrew: {
            readonly responsible?: string | null;
            readonly guardian?: string | null;
            readonly briefer?: string | null;
            readonly workers?: readonly string[];
            readonly analysts?: readonly string[];
            readonly confirmers?: readonly string[];
        };
        /** @description The place in ids, as a draft takes it. */
        readonly ProposedPlace: {
            /** Format: uuid */
            readonly site: string;
            /** Format: uuid */
            readonly area: string;
            /** Format: uuid */
            readonly point: string;
            /** Format: uuid */
            readonly equipment?: string;
        };
        /** @description Blood group and emergency contacts as entered; a field that is left out stays as it is. */
        readonly ProtectedIn: {
            readonly blood_group?: ("" | "A" | "B" | "AB" | "O" | "A+" | "A-" | "B+" | "B-" | "AB+" | "AB-" | "O+" | "O-") | null;
            readonly contacts?: readonly components["schemas"]["Contact"][] | null;
        };
        /** @description What is sealed of a person, and nothing of it: the number masked, and whether there is the rest. */
        readonly ProtectedOut: {
            readonly id_number: string;
            readonly has_blood_group: boolean;
            readonly contacts: number;
        };
        /**
         * @description A post whose signature is awaited, and who may give it now: holder, deputy, delegate, or who stands
         *     above; nobody when it is empty.
         */
        readonly QueuePost: {
            readonly code: string;
            readonly name: string | null;
            readonly people: readonly components["schemas"]["Named"][];
        };
        /**
         * @description The node that is to be signed, as the `number`-th `of` its route. `on_site`: signed at the work point,
         *     with position; `least` is the level that the signature needs.
         */
        readonly QueueStage: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly number: number;
            readonly of: number;
            readonly on_site: boolean;
            readonly least: number;
            readonly why: components["schemas"]["SignWhy"] | null;
        };
        /** @description What was read; without ids everything. */
        readonly ReadIn: {
            readonly ids?: readonly string[] | null;
        };
        /**
         * @description What is left, and the instant at which the rest was noted as read, by which that is taken back; null
         *     when there was nothing to note.
         */
        readonly ReadOut: {
            readonly unread: number;
            readonly red: number;
            readonly at: string | null;
        };
        /**
         * @description One cause of a refusal. `values` are what its sentence was filled with; `missing` is there when the
         *     cause is a requirement that is not met or not known.
         */
        readonly Reason: {
            readonly code: string;
            readonly clause: string | null;
            readonly says: components["schemas"]["Words"];
            readonly remedy: components["schemas"]["Remedy"] | null;
            readonly values: {
                readonly [key: string]: unknown;
            };
            readonly missing?: components["schemas"]["Condition"];
        };
        /** @description What happened, and what to do. */
        readonly ReasonWord: {
            readonly says: {
                readonly [key: string]: string;
            };
            readonly way: {
                readonly [key: string]: string;
            };
        };
        /** @description The password of the session's own account, and the command it is for. */
        readonly ReauthIn: {
            readonly password: string;
            /** Format: uuid */
            readonly command: string;
        };
        /** @description The proof to put into that command's envelope. */
        readonly ReauthOut: {
            readonly token: string;
        };
        /**
         * @description A recall. It stands from `confirmed` until two people have lifted it; `lifting` is the first of them.
         *     `stream` is what its commands go to, `reason` the newest words, `live` how many permits on these rules are
         *     issued, active or paused.
         */
        readonly RecallOut: {
            readonly basis: string;
            readonly stream: string;
            /** @enum {string} */
            readonly state: "requested" | "recalled" | "lifting" | "lifted";
            readonly reason: string;
            readonly requested: components["schemas"]["Signer"];
            readonly confirmed: components["schemas"]["Signer"] | null;
            readonly lifting: components["schemas"]["Signer"] | null;
            readonly live: number;
        };
        /** @description What the server signed, and its signature. */
        readonly ReceiptOut: {
            readonly text: string;
            readonly signature: string;
        };
        /**
         * @description A record the permit asks for. `open`: may be made in this state; `ok`: of the newest one, null before
         *     there is one; `again`: when the next is due while work goes on. Limits are decimal text in `unit`.
         */
        readonly RecordRow: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly clause: string;
            /** @enum {string} */
            readonly kind: "number" | "check";
            readonly photo: boolean;
            readonly unit: string | null;
            readonly least: string | null;
            readonly most: string | null;
            readonly due: readonly ("before_sign" | "before_start" | "during" | "before_accept")[];
            readonly every_s: number | null;
            readonly open: boolean;
            readonly ok: boolean | null;
            readonly again: string | null;
            readonly made: readonly components["schemas"]["Made"][];
        };
        /** @description A failed item of the acceptance, its deadline, and when it was put right. */
        readonly RectificationOut: {
            readonly id: string;
            /** Format: date-time */
            readonly due: string;
            readonly done_at: string | null;
        };
        /** @description Gateways that were not let in, or wrote where they may not, counted by the hour. */
        readonly RefusalOut: {
            /** Format: uuid */
            readonly gateway_id: string;
            readonly code: string;
            /** Format: date-time */
            readonly hour: string;
            /** Format: date-time */
            readonly last_at: string;
            readonly count: number;
            readonly detail: string;
        };
        /**
         * @description The command was judged and refused; the stream is unchanged at `version`. The first reason leads as
         *     `code`, `clause` and `detail`; `missing` lists all of them. The attempt is recorded.
         */
        readonly RefusedOut: {
            /** @constant */
            readonly verdict: "refused";
            readonly version: number;
            readonly type: string;
            readonly title: string;
            /** @constant */
            readonly status: 409;
            readonly code: string;
            readonly clause: string | null;
            readonly detail: components["schemas"]["Words"];
            readonly missing: readonly components["schemas"]["Reason"][];
            readonly remedy: readonly components["schemas"]["Remedy"][];
        };
        /** @description Who and what is inside the space now. */
        readonly RegisterOut: {
            readonly people: readonly components["schemas"]["Named"][];
            readonly tools: readonly string[];
        };
        /**
         * @description A permit behind the isolation; `holds`: nothing may be given back because of it. `crew`: everybody whom
         *     a count must find outside.
         */
        readonly RelianceOut: {
            readonly permit: components["schemas"]["BoardItem"];
            readonly crew: readonly components["schemas"]["Named"][];
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"];
            readonly released: components["schemas"]["StepDone"] | null;
            readonly holds: boolean;
            readonly counted: components["schemas"]["CountedOut"] | null;
            readonly commands: readonly string[];
        };
        /** @description What helps; `action` names the way out that a screen can offer as a button, null when there is none. */
        readonly Remedy: {
            readonly zh: string;
            readonly en: string;
            readonly action?: string | null;
        };
        /** @description A substance whose residue is to be entered; `required` when the register knows it at the place. */
        readonly ResidueAsked: {
            readonly substance: string;
            readonly name: components["schemas"]["Words"];
            readonly required: boolean;
        };
        /** @description One residue against one limit, in the limit's unit, with the time that it needs. */
        readonly ResidueRow: {
            readonly substance: string;
            /** @enum {string} */
            readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
            readonly start: string;
            readonly limit: string;
            readonly basis: string;
            readonly seconds: number;
        };
        /** @description A restriction as entered; no type of work means every work. `why` is sealed. */
        readonly RestrictionIn: {
            /** Format: uuid */
            readonly person_id: string;
            /** @enum {string} */
            readonly kind: "medical" | "other";
            readonly works?: readonly string[];
            /** Format: date */
            readonly since: string;
            readonly until?: string | null;
            readonly why: string;
        };
        /** @description Why a restriction no longer stands: examined again, trained, entered by mistake. */
        readonly RestrictionLift: {
            readonly why: string;
        };
        /** @description A restriction without its reason; `counts`: it keeps the person from these works today. */
        readonly RestrictionOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly person_name: string | null;
            readonly kind: string;
            readonly works: readonly string[];
            /** Format: date */
            readonly since: string;
            readonly until: string | null;
            readonly lifted_on: string | null;
            readonly lifted_why: string;
            readonly counts: boolean;
        };
        /** @description What became of one envelope. `wants`: the number that is missing before a held one. */
        readonly ResultOut: {
            readonly id: string;
            readonly seq: number;
            /** @enum {string} */
            readonly verdict: "accepted" | "refused" | "held" | "too_new";
            readonly version: number;
            readonly events: readonly string[];
            readonly problem: {
                readonly [key: string]: unknown;
            } | null;
            readonly wants: number | null;
            readonly receipt: components["schemas"]["ReceiptOut"] | null;
        };
        /**
         * @description How long what is kept, and what was removed, the newest first. A shorter period is in force `wait` days
         *     after it was signed.
         */
        readonly RetentionOut: {
            readonly periods: readonly components["schemas"]["KeptPeriodOut"][];
            readonly wait: number;
            readonly standing: components["schemas"]["NightsOut"] | null;
            readonly batches: readonly components["schemas"]["BatchOut"][];
        };
        /** @description The finding of the review after an urgent repair. */
        readonly ReviewOut: {
            /** @enum {string} */
            readonly finding: "justified" | "unjustified" | "irregular";
            readonly by: components["schemas"]["Named"];
            /** Format: date-time */
            readonly at: string;
        };
        /** @description The permit's colour, null until every row is answered; `before` is that without any control. */
        readonly RiskOut: {
            readonly grade: ("red" | "orange" | "yellow" | "blue") | null;
            readonly before: ("red" | "orange" | "yellow" | "blue") | null;
            readonly scale: components["schemas"]["ScaleOut"];
        };
        /**
         * @description A person with the state of his papers: how many, the next day on which something ends and what that is,
         *     his medical examination, and whether something keeps him from work today.
         */
        readonly RosterRow: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly hr_code: string;
            readonly firm: string | null;
            readonly unit: string | null;
            readonly team: string;
            readonly trade: string;
            readonly status: string;
            readonly posts: readonly string[];
            readonly papers: number;
            readonly ended: number;
            readonly next_end: string | null;
            readonly next_what: string | null;
            readonly medical: string;
            readonly trainings: readonly string[];
            readonly barred: boolean;
        };
        /** @description Which people of the roster: by firm, unit, team, trade, post, or what ends within so many days. */
        readonly RosterWanted: {
            /** @default 1 */
            readonly page?: number;
            /** @default 50 */
            readonly size?: number;
            /** @default  */
            readonly q?: string;
            readonly firm_id?: string | null;
            readonly own_staff?: boolean | null;
            readonly unit_id?: string | null;
            /** @default  */
            readonly team?: string;
            /** @default  */
            readonly trade?: string;
            /** @default  */
            readonly post?: string;
            readonly status?: ("active" | "frozen" | "left") | null;
            readonly within_days?: number | null;
            readonly worst?: ("ended" | "soon" | "missing" | "barred") | null;
            /**
             * @default name
             * @enum {string}
             */
            readonly sort?: "name" | "code" | "ends" | "firm" | "trade";
        };
        /**
         * @description What stands in the way and what may be done with the decision. `back_to` are the nodes it may be
         *     returned to, `add` the posts that may be added as signers, `hand_to` the persons entitled to take the
         *     reader's decision: all empty unless the decision is his. `copy_posts` are all posts of the area.
         */
        readonly RouteOut: {
            readonly stuck: components["schemas"]["StuckOut"] | null;
            readonly back_to: readonly string[];
            readonly add: readonly components["schemas"]["Choice"][];
            readonly hand_to: readonly components["schemas"]["Named"][];
            readonly copy_posts: readonly components["schemas"]["PostNamed"][];
            readonly urgent: components["schemas"]["UrgentOut"] | null;
            readonly turn: components["schemas"]["TurnOut"] | null;
            readonly copies: components["schemas"]["Copied"];
        };
        /**
         * @description One requirement: where it stands, what proves it, and what it came to on this site since `since`.
         *
         *     `work` is the type or template it is for, `every` for all; `evidence` the newest first, at most 50.
         */
        readonly RuleOut: {
            readonly id: string;
            readonly clause: string;
            readonly pack: string;
            readonly work: string;
            readonly says: components["schemas"]["Words"];
            readonly at: readonly string[];
            readonly while: readonly string[];
            readonly on_lapse: string | null;
            readonly alarm: string | null;
            readonly holds: string;
            readonly when: string | null;
            readonly parameters: readonly components["schemas"]["Parameter"][];
            readonly marks: readonly string[];
            readonly vectors: readonly components["schemas"]["VectorRow"][];
            /** Format: date-time */
            readonly since: string;
            readonly runs: components["schemas"]["Runs"];
            readonly evidence: readonly components["schemas"]["Proof"][];
        };
        /** @description A requirement in a line. */
        readonly RuleRow: {
            readonly id: string;
            readonly says: components["schemas"]["Words"];
            readonly alarm: string | null;
            readonly runs: components["schemas"]["Runs"];
        };
        /** @description What is in force here. */
        readonly RulebookOut: {
            readonly packs: readonly components["schemas"]["PackOut"][];
            readonly works: readonly components["schemas"]["WorkRules"][];
            readonly recalls: readonly components["schemas"]["RecallOut"][];
        };
        /**
         * @description What a requirement came to on this site since an instant.
         *
         *     `passed` counts the accepted commands at which it stands, so it was met or did not apply; `refused`
         *     those that it refused, failed or unknown; `lapsed` and `unknown` what a watch found, `paused` the stops
         *     by it.
         */
        readonly Runs: {
            readonly passed: number;
            readonly refused: number;
            readonly lapsed: number;
            readonly unknown: number;
            readonly paused: number;
        };
        /** @description One sentence in both languages. */
        readonly Said: {
            readonly zh: string;
            readonly en: string;
        };
        /** @description From this score on a colour stands: as shipped, and as it counts here. */
        readonly ScaleBand: {
            /** @enum {string} */
            readonly grade: "red" | "orange" | "yellow";
            readonly shipped: string;
            readonly here: string;
        };
        /** @description Which scale grades new requests, and from which lower scores a colour stands. */
        readonly ScaleChoice: {
            readonly scale: string;
            readonly bands?: {
                readonly [key: string]: string;
            };
        };
        /** @description A method of grading: the score is the product of its factors. */
        readonly ScaleOut: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly factors: readonly components["schemas"]["FactorOut"][];
            readonly bands: readonly components["schemas"]["BandOut"][];
        };
        /** @description A scale that may be chosen; `certainty` tells whether anybody has confirmed its figures. */
        readonly ScaleRow: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly source: string;
            /** @enum {string} */
            readonly certainty: "stated" | "to_confirm";
            readonly chosen: boolean;
            readonly bands: readonly components["schemas"]["ScaleBand"][];
        };
        /**
         * @description One proposal: the value as it would be entered, the cutting of the picture as a data address, how
         *     sure the engine is (0 to 1), and codes of what speaks against it. Nothing was entered.
         */
        readonly ScanField: {
            readonly name: string;
            readonly value: string | null;
            readonly cutting: string | null;
            readonly sure: number;
            readonly doubts: readonly string[];
        };
        /** @description An uploaded picture, by its SHA-256; what it should be, and of whom, where that is known already. */
        readonly ScanIn: {
            readonly sha256: string;
            readonly document?: ("special_operation" | "identity" | "medical" | "training") | null;
            readonly person_id?: string | null;
        };
        /** @description `advice`: why the picture should be taken again: small, blurred, nothing (no letters found). */
        readonly ScanOut: {
            readonly document: string | null;
            readonly fields: readonly components["schemas"]["ScanField"][];
            readonly advice: readonly string[];
        };
        /** @description The code was a permit's own. */
        readonly ScannedPermit: {
            /** Format: uuid */
            readonly permit: string;
        };
        /** @description The code hangs at a work point. */
        readonly ScannedPoint: {
            readonly point: components["schemas"]["PointHere"];
            readonly permits: readonly components["schemas"]["OpenHere"][];
        };
        /** @description A remark on a section, its answer, and who closed it. `commands` are the steps the reader may take. */
        readonly SchemeAnnotation: {
            readonly id: string;
            readonly section: string;
            readonly version: number;
            readonly text: string | null;
            readonly opened: components["schemas"]["SchemeMark"];
            readonly answer: string | null;
            readonly answered: components["schemas"]["SchemeMark"] | null;
            readonly closed: components["schemas"]["SchemeMark"] | null;
            readonly commands: readonly string[];
        };
        /** @description A section of a version against the one before: what its words and pictures became. */
        readonly SchemeChanged: {
            readonly kind: string;
            readonly compulsory: boolean;
            /** @enum {string} */
            readonly change: "same" | "changed" | "new" | "gone";
            readonly text: string | null;
            readonly stretches: readonly components["schemas"]["SchemeStretch"][];
            readonly attachments: readonly string[];
            readonly attachments_before: readonly string[];
        };
        /**
         * @description The version of a work plan that a permit names. `standing`: in force, not approved (waiting), followed
         *     by another approved one, or withdrawn.
         */
        readonly SchemeHere: {
            /** Format: uuid */
            readonly id: string;
            readonly version: number;
            readonly number: string;
            readonly title: string;
            /** @enum {string} */
            readonly standing: "standing" | "waiting" | "superseded" | "withdrawn";
        };
        /**
         * @description One scheme in a list. `standing` is the version in force, null when there is none; its approval ends at
         *     `lasts_to`. `last` is the version sent last, 0 when none was.
         */
        readonly SchemeLine: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: string;
            readonly type: string;
            readonly level: string;
            /** @enum {string} */
            readonly state: "draft" | "review" | "approved" | "withdrawn";
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            readonly author: components["schemas"]["Named"];
            readonly standing: number | null;
            readonly lasts_to: string | null;
            readonly last: number;
            readonly annotations_open: number;
            /** Format: date-time */
            readonly changed_at: string;
            readonly version: number;
        };
        /** @description When somebody did it. */
        readonly SchemeMark: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"];
        };
        /**
         * @description The whole of one scheme for its reader; `sections` as they are written now, in their order. `approvers`
         *     may approve it now.
         */
        readonly SchemeOut: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: string;
            readonly type: string;
            readonly level: string;
            /** @enum {string} */
            readonly state: "draft" | "review" | "approved" | "withdrawn";
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            readonly author: components["schemas"]["Named"];
            readonly standing: number | null;
            readonly lasts_to: string | null;
            readonly last: number;
            readonly annotations_open: number;
            /** Format: date-time */
            readonly changed_at: string;
            readonly version: number;
            /** Format: uuid */
            readonly site: string;
            readonly drafted: components["schemas"]["SchemeMark"];
            readonly copied: string | null;
            readonly withdrawn: components["schemas"]["SchemeMark"] | null;
            readonly withdrawn_reason: string | null;
            readonly sections: readonly components["schemas"]["SchemeSection"][];
            readonly versions: readonly components["schemas"]["SchemeVersionLine"][];
            readonly annotations: readonly components["schemas"]["SchemeAnnotation"][];
            readonly approvers: readonly components["schemas"]["Named"][];
            readonly permits: readonly components["schemas"]["SchemeUnder"][];
            readonly duties: readonly string[];
            readonly commands: readonly string[];
            readonly valid_days: number;
            /** Format: date-time */
            readonly server_time: string;
        };
        /** @description One section. `met`: a compulsory one that says enough, or one that is not compulsory. */
        readonly SchemeSection: {
            readonly kind: string;
            readonly compulsory: boolean;
            readonly met: boolean;
            readonly text: string | null;
            readonly attachments: readonly string[];
            readonly written: components["schemas"]["SchemeMark"] | null;
        };
        /** @description A stretch of words: as before, new, or gone. */
        readonly SchemeStretch: {
            /** @enum {string} */
            readonly op: "same" | "add" | "drop";
            readonly text: string;
        };
        /** @description A permit that names a version of it. */
        readonly SchemeUnder: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly state: string;
            readonly version: number;
        };
        /** @description A version that was sent for review: approved, sent back (and why), or neither yet. */
        readonly SchemeVersionLine: {
            readonly n: number;
            readonly submitted: components["schemas"]["SchemeMark"];
            readonly approved: components["schemas"]["SchemeMark"] | null;
            readonly returned: components["schemas"]["SchemeMark"] | null;
            readonly reason: string | null;
            readonly lasts_to: string | null;
        };
        /** @description One version as it was frozen. `against` is the version it is compared with, null for the first. */
        readonly SchemeVersionOut: {
            readonly n: number;
            readonly submitted: components["schemas"]["SchemeMark"];
            readonly approved: components["schemas"]["SchemeMark"] | null;
            readonly returned: components["schemas"]["SchemeMark"] | null;
            readonly reason: string | null;
            readonly lasts_to: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: string;
            readonly type: string;
            readonly level: string;
            readonly area: components["schemas"]["Named"];
            readonly point: components["schemas"]["Named"] | null;
            readonly author: components["schemas"]["Named"];
            /** @enum {string} */
            readonly state: "draft" | "review" | "approved" | "withdrawn";
            readonly stands: boolean;
            readonly against: number | null;
            /** @description Check code of its content; the same on paper and screen. */
            readonly code: string;
            readonly sections: readonly components["schemas"]["SchemeChanged"][];
        };
        /** @description What sections, states, duties and commands are called; `asks`: what belongs into a section. */
        readonly SchemeWords: {
            readonly sections: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly asks: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly states: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly duties: {
                readonly [key: string]: components["schemas"]["Words"];
            };
            readonly commands: {
                readonly [key: string]: components["schemas"]["Words"];
            };
        };
        /**
         * @description Which schemes; `standing`: only those whose version in force has not ended. `before` is `changed_at` of
         *     the last one of the page before.
         */
        readonly SchemesIn: {
            readonly state?: ("draft" | "review" | "approved" | "withdrawn") | null;
            /** @default false */
            readonly standing?: boolean;
            readonly type?: string | null;
            readonly area?: string | null;
            readonly q?: string | null;
            readonly before?: string | null;
            /** @default 100 */
            readonly size?: number;
        };
        /** @description A wall screen: what it is called, whose board it shows, how it names people, until when it may. */
        readonly ScreenIn: {
            readonly name: string;
            /** Format: uuid */
            readonly site_id: string;
            /**
             * @default family_post
             * @enum {string}
             */
            readonly names?: "none" | "family_post" | "full";
            readonly expires_at?: string | null;
        };
        /** @description A new screen with its token, which is told this once; `qr` is the link as an SVG picture. */
        readonly ScreenMade: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /** Format: uuid */
            readonly site_id: string;
            /** @enum {string} */
            readonly names: "none" | "family_post" | "full";
            /** Format: date-time */
            readonly made_at: string;
            readonly made_by: string | null;
            readonly expires_at: string | null;
            readonly revoked_at: string | null;
            readonly seen_at: string | null;
            readonly token: string;
            readonly path: string;
            readonly qr: string;
        };
        /** @description A wall screen; `seen_at` is when it last read, to the minute. */
        readonly ScreenOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /** Format: uuid */
            readonly site_id: string;
            /** @enum {string} */
            readonly names: "none" | "family_post" | "full";
            /** Format: date-time */
            readonly made_at: string;
            readonly made_by: string | null;
            readonly expires_at: string | null;
            readonly revoked_at: string | null;
            readonly seen_at: string | null;
        };
        /** @description What was found of one kind, the likeliest first; `more`: there is more than is told. */
        readonly SearchGroup: {
            /** @enum {string} */
            readonly kind: "permit" | "person" | "area" | "point" | "equipment" | "firm" | "order";
            readonly hits: readonly components["schemas"]["SearchHit"][];
            readonly more: boolean;
        };
        /**
         * @description One thing found. `code` is its number in the register, `beside` where it belongs: the area of a point,
         *     the firm of a person; both null where there is none. `permit` is told for permits only.
         */
        readonly SearchHit: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string | null;
            readonly name: string | null;
            readonly beside: string | null;
            readonly permit: components["schemas"]["BoardItem"] | null;
        };
        /** @description The groups that found anything, and the kinds that this account may search. */
        readonly SearchOut: {
            readonly q: string;
            readonly kinds: readonly ("permit" | "person" | "area" | "point" | "equipment" | "firm" | "order")[];
            readonly groups: readonly components["schemas"]["SearchGroup"][];
        };
        /** @description What is looked for: every word must be found. */
        readonly SearchWanted: {
            readonly q: string;
        };
        /** @description One event of logins and rights. */
        readonly SecurityOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            readonly kind: string;
            readonly account_id: string | null;
            readonly address: string;
            readonly path: string;
        };
        /**
         * @description One channel of one instrument at one point by columns: for each step from `at` its least and greatest
         *     value as texts. A step that is not there had no reading; `gaps` tell of numbers that never came. `limit`
         *     is the permit's, `set_points` are the instrument's own; after `silence_s` it counts as lost.
         */
        readonly SeriesOut: {
            /** Format: uuid */
            readonly instrument_id: string;
            readonly name: string;
            readonly serial: string;
            readonly kind: string;
            readonly point: string | null;
            readonly channel: string;
            readonly unit: string;
            readonly at: readonly string[];
            readonly least: readonly string[];
            readonly greatest: readonly string[];
            readonly gaps: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly limit: components["schemas"]["PermitLimit"] | null;
            readonly set_points: {
                readonly [key: string]: string;
            };
            readonly silence_s: number;
        };
        /** @description Who asks, and what he may do (``people.write`` …). Without a login only the company. */
        readonly SessionOut: {
            readonly authenticated: boolean;
            readonly company: components["schemas"]["CompanyOut"];
            readonly account?: components["schemas"]["AccountOut"] | null;
            readonly person?: components["schemas"]["PersonHere"] | null;
            readonly posts?: readonly components["schemas"]["PostHere"][];
            readonly may?: readonly string[];
        };
        /** @description The sheet of a serial that somebody typed or scanned, with its block. */
        readonly SheetFound: {
            readonly block: components["schemas"]["BlockOut"];
            readonly sheet: components["schemas"]["PaperSheet"];
        };
        /** @description Which permits, as the list is asked; as which kind of file and in which language. */
        readonly SheetIn: {
            readonly state?: string | null;
            readonly type?: string | null;
            readonly level?: string | null;
            readonly area?: string | null;
            readonly unit?: string | null;
            readonly point?: string | null;
            readonly equipment?: string | null;
            readonly firm?: string | null;
            readonly person?: string | null;
            readonly order?: string | null;
            readonly since?: string | null;
            readonly until?: string | null;
            readonly clearance?: ("open" | "confirmed" | "none") | null;
            readonly q?: string | null;
            readonly archive?: string | null;
            /** @default false */
            readonly mine?: boolean;
            /**
             * @default changed
             * @enum {string}
             */
            readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
            /** @default false */
            readonly rising?: boolean;
            /**
             * @default xlsx
             * @enum {string}
             */
            readonly form?: "csv" | "xlsx";
            /**
             * @default zh
             * @enum {string}
             */
            readonly language?: "zh" | "en";
        };
        /** @description One numbered sheet and how it stands now. `replaced_by` is the number of the newer one. */
        readonly SheetOut: {
            readonly sheet: number;
            /** @enum {string} */
            readonly purpose: "form" | "fill";
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Printer"];
            /** @enum {string} */
            readonly verdict: "present" | "old" | "worthless";
            readonly says: components["schemas"]["Said"];
            readonly changed: readonly components["schemas"]["Changed"][];
            readonly replaced_by: number | null;
        };
        /** @description A value of gas as it stands on the sheet. */
        readonly SheetReading: {
            readonly point: string;
            readonly substance: string;
            readonly value: string;
            readonly unit: string;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description A shift as entered, in local time. */
        readonly ShiftIn: {
            readonly name: string;
            /** Format: time */
            readonly starts: string;
            /** Format: time */
            readonly ends: string;
        };
        /** @description A shift. */
        readonly ShiftOut: {
            readonly name: string;
            /** Format: time */
            readonly starts: string;
            /** Format: time */
            readonly ends: string;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description A shorter period that somebody signed and that can be taken back until it is in force (`starts`). */
        readonly ShorterOut: {
            readonly days: number;
            /** Format: date-time */
            readonly starts: string;
            /** Format: date-time */
            readonly at: string;
            readonly by_name: string | null;
            readonly reason: string;
        };
        /**
         * @description Why a signature needs its level: the clause of the row that asks for it; `level` of the work where it
         *     asks only at some, `last` where only of the signature that issues the permit.
         */
        readonly SignWhy: {
            readonly clause: string;
            readonly level: string | null;
            readonly last: boolean;
        };
        /** @description Who did it, and when. */
        readonly Signer: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description Somebody who signs by a post or has an account, and the strongest way that is set up for him. */
        readonly SignerOut: {
            /** Format: uuid */
            readonly person: string;
            readonly name: string;
            readonly username: string;
            readonly posts: readonly string[];
            readonly level: number;
        };
        /** @description A site as entered. */
        readonly SiteIn: {
            readonly code: string;
            readonly name: string;
            /** @default Asia/Shanghai */
            readonly timezone?: string;
            readonly lat?: number | null;
            readonly lon?: number | null;
            /** @default false */
            readonly plan_required?: boolean;
        };
        readonly SiteInPatch: {
            readonly code?: string | null;
            readonly name?: string | null;
            readonly timezone?: string | null;
            readonly lat?: number | null;
            readonly lon?: number | null;
            readonly plan_required?: boolean | null;
        };
        /** @description Only the id is told. */
        readonly SiteOfIt: {
            /** Format: uuid */
            readonly id: string;
        };
        /** @description A site. */
        readonly SiteOut: {
            readonly code: string;
            readonly name: string;
            /** @default Asia/Shanghai */
            readonly timezone: string;
            readonly lat: number | null;
            readonly lon: number | null;
            /** @default false */
            readonly plan_required: boolean;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description What stands on the plan of a site beside its permits. */
        readonly SitePlan: {
            readonly areas: readonly components["schemas"]["PlanArea"][];
            readonly people: readonly components["schemas"]["PlanPeople"][];
            readonly isolations: readonly components["schemas"]["PlanIsolation"][];
            readonly bells: readonly components["schemas"]["PlanBell"][];
        };
        /** @description 实施时间: from and to, both included. */
        readonly Span: {
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly to: string;
        };
        /** @description One special period of a stretch, with its alarm code. */
        readonly SpecialOut: {
            readonly kind: string;
            readonly alarm: number;
            readonly name: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
        };
        /**
         * @description A node of the route. `mode`: any of the posts, all of them, or all in this order. `radius_m` metres
         *     around the point count as on site; `due` only for the current one; `least` is the level that its
         *     signatures need.
         */
        readonly StageOut: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly posts: readonly components["schemas"]["StagePost"][];
            /** @enum {string} */
            readonly mode: "any" | "all" | "sequence";
            readonly on_site: boolean;
            readonly radius_m: number;
            readonly due: string | null;
            readonly current: boolean;
            readonly added_by: components["schemas"]["Named"] | null;
            readonly least: number;
            readonly why: components["schemas"]["SignWhy"] | null;
            readonly signed: readonly components["schemas"]["StageSignature"][];
        };
        /**
         * @description A post of a node. `holders` may sign for it now: holder, deputy, delegate, or who stands above; nobody
         *     when it is empty. `handed_by` has handed the decision over.
         */
        readonly StagePost: {
            readonly code: string;
            readonly name: string | null;
            readonly holders: readonly components["schemas"]["Named"][];
            readonly signed: boolean;
            readonly handed_by: components["schemas"]["Named"] | null;
        };
        /**
         * @description One signature, the post it stands for, and how it was made: a passkey (level 3), an enrolled device
         *     with PIN, handwriting and photo (2), a kiosk or the password with handwriting (1).
         */
        readonly StageSignature: {
            readonly person: components["schemas"]["Named"];
            readonly post: string;
            /** Format: date-time */
            readonly at: string;
            /** @enum {string} */
            readonly way: "passkey" | "device" | "kiosk" | "password";
            readonly level: number;
        };
        /** @description A standard with its clauses in order. */
        readonly Standard: {
            readonly id: string;
            readonly title: string;
            readonly clauses: readonly components["schemas"]["Clause"][];
        };
        /**
         * @description An outage for the band on every screen; it may begin within a day. No areas: the whole site. `overdue`:
         *     it runs past its expected end; `yours`: so it is, and the reader may extend or end it.
         */
        readonly Standing: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly site: components["schemas"]["Named"];
            readonly areas: readonly components["schemas"]["Named"][];
            readonly reason: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly until: string;
            readonly overdue: boolean;
            readonly yours: boolean;
        };
        /** @description What every screen tells of outages; empty when none goes on nor begins within a day. */
        readonly StandingOut: {
            readonly open: readonly components["schemas"]["Standing"][];
            /** Format: date-time */
            readonly server_time: string;
        };
        /** @description Where the station is asked, and how its JSON is read: fact → {path, unit or words}. */
        readonly StationIn: {
            readonly url: string;
            readonly fields: {
                readonly [key: string]: {
                    readonly [key: string]: unknown;
                };
            };
            /** @default false */
            readonly private_net?: boolean;
            /** @default true */
            readonly enabled?: boolean;
        };
        /** @description The station of a site, its host only; all null when there is none. `problem` is why it is silent. */
        readonly StationOut: {
            readonly host: string | null;
            readonly facts: readonly string[];
            readonly enabled: boolean;
            readonly private_net: boolean;
            readonly tried_at: string | null;
            readonly answered_at: string | null;
            readonly problem: string;
            readonly failures: number;
        };
        /**
         * @description What is counted: the last 30 days unless `since` and `until` say otherwise. `pick` is `dimension:key`,
         *     any number of times; an empty key stands for what is not known.
         */
        readonly StatisticsIn: {
            readonly since?: string | null;
            readonly until?: string | null;
            /** @default [] */
            readonly pick?: readonly string[];
        };
        /**
         * @description One permit or alarm behind a figure. `at` is the planned start or when it was raised, `until` the
         *     planned end or when it was closed.
         */
        readonly StatisticsLine: {
            /** Format: uuid */
            readonly id: string;
            readonly permit: string | null;
            readonly number: string | null;
            readonly code: string;
            readonly says: components["schemas"]["Words"] | null;
            readonly level: components["schemas"]["Words"] | null;
            readonly state: string;
            readonly state_says: components["schemas"]["Words"] | null;
            readonly area: string | null;
            readonly unit: string | null;
            readonly responsible: string | null;
            readonly guardian: string | null;
            readonly firm: string | null;
            /** Format: date-time */
            readonly at: string;
            readonly until: string | null;
        };
        /** @description Counts by one dimension. `more` tells that there are more keys than rows are shown. */
        readonly StatisticsOut: {
            /** @enum {string} */
            readonly subject: "permits" | "alarms";
            readonly by: string;
            readonly also: string | null;
            /** Format: date-time */
            readonly since: string;
            /** Format: date-time */
            readonly until: string;
            readonly dimensions: readonly string[];
            readonly picks: {
                readonly [key: string]: components["schemas"]["Figure"];
            };
            readonly all: components["schemas"]["Group"] | null;
            readonly rows: readonly components["schemas"]["Group"][];
            readonly more: boolean;
        };
        /** @description A record that stays: it is not over (`open`), its period runs (`until`), or a hold covers it. */
        readonly StaysOut: {
            readonly kind: string;
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            /** @enum {string} */
            readonly why: "open" | "period" | "hold";
            readonly until: string | null;
            readonly hold: string | null;
            readonly words: number;
            readonly files: number;
        };
        /** @description When somebody did it. */
        readonly StepDone: {
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["Named"];
        };
        /** @description The level wanted at one step. */
        readonly StepIn: {
            /** @enum {string} */
            readonly at: "sign_stage" | "sign_crossing" | "verify_ticket" | "sign_shift" | "accept" | "confirm_clear";
            /** @default false */
            readonly last?: boolean;
            readonly least: number;
        };
        /**
         * @description One step and its levels (1 password or badge, 2 enrolled phone with PIN and photo, 3 passkey): what the
         *     pack asks, what the company asks here, what its other rows ask. The strictest counts. `last`: only the
         *     signature that issues the permit.
         */
        readonly StepOut: {
            /** @enum {string} */
            readonly at: "sign_stage" | "sign_crossing" | "verify_ticket" | "sign_shift" | "accept" | "confirm_clear";
            readonly last: boolean;
            readonly shipped: number;
            readonly least: number;
            readonly beyond: number;
        };
        /** @description A permit that a freeze of its area pauses. */
        readonly Stops: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            readonly point: string | null;
        };
        /** @description Why nobody can sign the current node, and whose business that is; without `owner` the registrar's. */
        readonly StuckOut: {
            readonly stage: string;
            readonly title: components["schemas"]["Words"];
            readonly post: components["schemas"]["PostNamed"];
            /** @enum {string} */
            readonly reason: "vacant" | "conflict";
            readonly owner: components["schemas"]["PostNamed"] | null;
            readonly people: readonly components["schemas"]["Named"][];
        };
        /** @description A permit that nobody can sign now. */
        readonly StuckPermit: {
            readonly stage: string;
            readonly title: components["schemas"]["Words"];
            readonly post: components["schemas"]["PostNamed"];
            /** @enum {string} */
            readonly reason: "vacant" | "conflict";
            readonly owner: components["schemas"]["PostNamed"] | null;
            readonly people: readonly components["schemas"]["Named"][];
            readonly permit: components["schemas"]["BoardItem"];
            readonly since: string | null;
        };
        /** @description Some works that a site may begin with. */
        readonly SubsetRow: {
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly templates: readonly string[];
        };
        /** @description The queue of one device, in the order of its numbers. */
        readonly SyncIn: {
            /** Format: uuid */
            readonly device: string;
            readonly items: readonly components["schemas"]["ItemIn"][];
        };
        /** @description The result of every envelope, in order; `seq` and `head` tell how far the chain has come. */
        readonly SyncOut: {
            /** Format: date-time */
            readonly server_time: string;
            readonly seq: number;
            readonly head: string;
            readonly results: readonly components["schemas"]["ResultOut"][];
        };
        /** @description The watching clock; `beat_at` is its last beat, null when it never ran. */
        readonly SystemOut: {
            readonly clock_ok: boolean;
            readonly beat_at: string | null;
            /** Format: date-time */
            readonly server_time: string;
        };
        /** @description By what; `also` beside it. */
        readonly TableIn: {
            readonly since?: string | null;
            readonly until?: string | null;
            /** @default [] */
            readonly pick?: readonly string[];
            /** @default type */
            readonly by?: string;
            readonly also?: string | null;
        };
        /** @description The instrument and the message that the server took a reading from, and when the server had it. */
        readonly TakenOut: {
            /** Format: uuid */
            readonly instrument: string;
            readonly serial: string;
            readonly boot: string;
            readonly seq: number;
            /** Format: date-time */
            readonly received_at: string;
            readonly calibrated_until: string | null;
            readonly bumped_at: string | null;
        };
        /** @description One thing to do: the command that does it, and by when; null = as soon as possible. */
        readonly Task: {
            readonly permit: components["schemas"]["BoardItem"];
            readonly command: string;
            readonly title: components["schemas"]["Words"];
            readonly due: string | null;
        };
        /** @description What is to be briefed. */
        readonly TemplateBriefing: {
            readonly items: readonly components["schemas"]["Item"][];
        };
        /** @description A row of the JSA library with its controls. */
        readonly TemplateHazard: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly controls: readonly components["schemas"]["Item"][];
            readonly when?: {
                readonly [key: string]: boolean | string | readonly (boolean | string)[];
            };
        };
        /** @description A measure of the form; `row` is its number in print. */
        readonly TemplateMeasure: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly row: number;
            readonly clause: string;
            /** @enum {string} */
            readonly order: "before_gas" | "after_gas" | "any";
            readonly photo: boolean;
            readonly critical: boolean;
            readonly values?: readonly components["schemas"]["MeasureValue"][];
            readonly ventilation?: boolean;
            readonly continuous?: boolean;
            readonly other?: boolean;
            readonly when?: {
                readonly [key: string]: boolean | string | readonly (boolean | string)[];
            };
        };
        /**
         * @description What a request of a work type asks. `levels`: the strictest first, empty for a type without;
         *     `basis`: the SHA-256 of the rules that a request submitted now would stand on.
         */
        readonly TemplateOut: {
            readonly id: string;
            readonly version: string;
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            readonly fields: readonly components["schemas"]["FormField"][];
            readonly duties: {
                readonly [key: string]: components["schemas"]["DutyDemand"];
            };
            readonly hazards: readonly components["schemas"]["TemplateHazard"][];
            readonly measures: readonly components["schemas"]["TemplateMeasure"][];
            readonly briefing: components["schemas"]["TemplateBriefing"];
            readonly acceptance: readonly components["schemas"]["AcceptanceItem"][];
            readonly photos: readonly components["schemas"]["PhotoDuty"][];
            readonly levels: readonly string[];
            readonly basis: string;
        };
        /**
         * @description A template by name; `type` is the work it counts as, `special` whether that is one of the eight special
         *     works of GB 30871.
         */
        readonly TemplateRow: {
            readonly id: string;
            readonly type: string;
            readonly special: boolean;
            readonly title: components["schemas"]["Words"];
        };
        /** @description A browser asks to become a terminal; `kiosk` is the id it chose for itself. */
        readonly TerminalIn: {
            /** Format: uuid */
            readonly kiosk: string;
            readonly invitation: string;
            readonly name: string;
            readonly key: string;
            readonly proof: string;
        };
        /** @description The terminal as it may show itself, and what it signs into its next request. */
        readonly TerminalOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /** Format: uuid */
            readonly company: string;
            readonly challenge: string;
        };
        /**
         * @description One link of a permit's chain. `at` is when it was true, `occurred_at` what the sender's clock said,
         *     `recorded_at` when the server wrote it.
         *
         *     `about` is what an instrument told, where it told this; `data` is the event's body as it was hashed;
         *     `names` the names of the people in it; `private` the words that were not erased,
         *     by label; `hash` the SHA-256 of the link in hex.
         */
        readonly TimelineRow: {
            readonly seq: number;
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            readonly at: string | null;
            /** Format: date-time */
            readonly occurred_at: string;
            /** Format: date-time */
            readonly recorded_at: string;
            readonly by: components["schemas"]["By"];
            readonly about: components["schemas"]["Words"] | null;
            readonly data: {
                readonly [key: string]: unknown;
            };
            readonly names: {
                readonly [key: string]: string;
            };
            readonly private: {
                readonly [key: string]: string;
            };
            readonly hash: string;
        };
        /** @description A sentence in both languages. */
        readonly Title: {
            readonly zh: string;
            readonly en: string;
        };
        /** @description A training as entered. Without `valid_to` the period of its subject counts, where there is one. */
        readonly TrainingIn: {
            /** Format: uuid */
            readonly person_id: string;
            readonly subject: string;
            /** Format: date */
            readonly done_on: string;
            readonly valid_to?: string | null;
            /** @default true */
            readonly passed?: boolean;
            readonly hours?: number | string | null;
            readonly score?: number | string | null;
            /** @default  */
            readonly issuer?: string;
            /** @default  */
            readonly scan?: string;
        };
        readonly TrainingInPatch: {
            readonly person_id?: string | null;
            readonly subject?: string | null;
            readonly done_on?: string | null;
            readonly valid_to?: string | null;
            readonly passed?: boolean | null;
            readonly hours?: number | string | null;
            readonly score?: number | string | null;
            readonly issuer?: string | null;
            readonly scan?: string | null;
        };
        /** @description A training with its person and whether it still counts. */
        readonly TrainingOut: {
            /** Format: uuid */
            readonly person_id: string;
            readonly subject: string;
            /** Format: date */
            readonly done_on: string;
            readonly valid_to: string | null;
            /** @default true */
            readonly passed: boolean;
            readonly hours: string | null;
            readonly score: string | null;
            /** @default  */
            readonly issuer: string;
            /** @default  */
            readonly scan: string;
            /** Format: uuid */
            readonly id: string;
            readonly person_name: string | null;
            readonly counts: boolean;
        };
        /** @description The message of a trial; ask for it until it is sent, given up, or has a problem. */
        readonly TrialMessage: {
            /** Format: uuid */
            readonly id: string;
            readonly state: string;
            readonly problem: string;
        };
        /** @description A test: its points, from when until when. */
        readonly TrialOut: {
            readonly points: readonly string[];
            readonly began: components["schemas"]["StepDone"];
            readonly ended: components["schemas"]["StepDone"] | null;
        };
        /**
         * @description What last turned it from its straight way, which no signature has followed yet: returned, sent back,
         *     recalled, a signer added, handed over.
         */
        readonly TurnOut: {
            readonly title: components["schemas"]["Words"];
            readonly by: components["schemas"]["Named"];
            /** Format: date-time */
            readonly at: string;
            readonly reason: string | null;
        };
        /** @description A production unit as entered. */
        readonly UnitIn: {
            /** Format: uuid */
            readonly site_id: string;
            readonly code: string;
            readonly name: string;
        };
        readonly UnitInPatch: {
            readonly site_id?: string | null;
            readonly code?: string | null;
            readonly name?: string | null;
        };
        /** @description A production unit. */
        readonly UnitOut: {
            /** Format: uuid */
            readonly site_id: string;
            readonly code: string;
            readonly name: string;
            /** Format: uuid */
            readonly id: string;
        };
        /** @description How much is unread, and how much of it is grave. */
        readonly UnreadOut: {
            readonly unread: number;
            readonly red: number;
        };
        /** @description A message that somebody did not get: given up, or not taken so far. */
        readonly UnsentOut: {
            /** Format: uuid */
            readonly id: string;
            readonly messenger: string;
            readonly severity: string;
            readonly title: string;
            readonly person: string;
            /** Format: date-time */
            readonly at: string;
            readonly state: string;
            readonly problem: string;
            readonly tries: number;
        };
        /**
         * @description Work that was approved to go on without signal: its detector, when somebody there was last heard of,
         *     and by when the next call must come while it is active (S17).
         */
        readonly UntetheredOut: {
            readonly detector: string;
            readonly heard_at: string | null;
            readonly next_call_at: string | null;
        };
        /** @description 抢修: why it cannot wait, by when the review is owed (null: not yet, or given), and the finding. */
        readonly UrgentOut: {
            readonly reason: string | null;
            readonly review_due: string | null;
            readonly review: components["schemas"]["ReviewOut"] | null;
        };
        /** @description A decision vector that names the requirement, and what it comes to there. */
        readonly VectorRow: {
            readonly file: string;
            readonly name: string;
            /** @enum {string} */
            readonly outcome: "met" | "failed" | "unknown";
        };
        /** @description An arrangement of the duct with its mixing factor K, or a kind of work with its factor F. */
        readonly VentilationChoice: {
            readonly zh: string;
            readonly en: string;
            readonly id: string;
            readonly figure: string;
        };
        /** @description What was entered and what follows from it. Times in seconds, volumes in m³. */
        readonly VentilationContent: {
            readonly volume_m3: string;
            readonly flow: components["schemas"]["Flow"];
            readonly duct: string;
            readonly work: string;
            readonly held: readonly components["schemas"]["Held"][];
            readonly unit_sure: boolean;
            readonly flow_m3_per_h: string;
            readonly nominal_per_h: string;
            readonly effective_per_h: string;
            readonly mixing: string;
            /** @enum {string} */
            readonly mixing_from: "duct" | "history";
            readonly factor: string;
            readonly least_s: number;
            readonly formula: string;
            readonly residues: readonly components["schemas"]["ResidueRow"][];
            readonly decides: components["schemas"]["ResidueRow"];
            readonly minimum_s: number;
            readonly history?: components["schemas"]["DecayHistory"];
            readonly asked_s?: number;
            readonly fit?: components["schemas"]["DecayFit"];
        };
        /**
         * @description What the template offers, the plan, and since when the fan runs. `ready_at` is when the air may be
         *     tested, null while the fan stands still or nothing is planned.
         */
        readonly VentilationOut: {
            readonly due: boolean;
            readonly formula: components["schemas"]["Words"];
            readonly source: components["schemas"]["Words"];
            readonly to_confirm: boolean;
            readonly least_s: number;
            readonly ducts: readonly components["schemas"]["VentilationChoice"][];
            readonly works: readonly components["schemas"]["VentilationChoice"][];
            readonly flow_units: readonly ("m3/h" | "m3/min" | "m3/s" | "L/s" | "CFM")[];
            readonly asked: readonly components["schemas"]["ResidueAsked"][];
            readonly plan: components["schemas"]["VentilationPlanOut"] | null;
            readonly since: string | null;
            readonly ready_at: string | null;
        };
        /** @description The plan. `intact` is false when its content no longer gives its check code. */
        readonly VentilationPlanOut: {
            readonly version: number;
            readonly by: components["schemas"]["Named"];
            /** Format: date-time */
            readonly at: string;
            readonly minimum_s: number;
            readonly code: string;
            readonly intact: boolean;
            readonly content: components["schemas"]["VentilationContent"];
            readonly curve: readonly components["schemas"]["CurvePoint"][];
        };
        /** @description A list under a name: the filters as they stand in the address of the screen. */
        readonly View: {
            readonly name: string;
            readonly query: {
                readonly [key: string]: string;
            };
        };
        /** @description Who read which sealed parts in clear, when and why. */
        readonly ViewOut: {
            /** Format: date-time */
            readonly at: string;
            readonly by: string;
            readonly what: readonly string[];
            readonly why: string;
        };
        /** @description What he did against the rules; `lifted`: it does not count any more. */
        readonly ViolationHere: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date */
            readonly on: string;
            /** @enum {string} */
            readonly kind: "general" | "serious";
            readonly what: string;
            readonly lifted: boolean;
        };
        /** @description A violation as entered; lifted with the day and the reason. */
        readonly ViolationIn: {
            /** Format: uuid */
            readonly person_id: string;
            /** Format: date */
            readonly happened_on: string;
            /** @enum {string} */
            readonly kind: "general" | "serious";
            readonly what: string;
        };
        /** @description Why a violation no longer counts: trained again, or entered by mistake. */
        readonly ViolationLift: {
            readonly why: string;
        };
        /** @description A violation; `counts` while it keeps the person from work. */
        readonly ViolationOut: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly person_id: string;
            readonly person_name: string | null;
            /** Format: date */
            readonly happened_on: string;
            /** @enum {string} */
            readonly kind: "general" | "serious";
            readonly what: string;
            /** Format: date-time */
            readonly recorded_at: string;
            readonly lifted_on: string | null;
            readonly lifted_why: string;
            readonly counts: boolean;
        };
        /** @description How long the visit lasts at the most. */
        readonly VisitOut: {
            readonly seconds: number;
        };
        /**
         * @description An area: permits that live in it by state, whether it is frozen, and the risk grades of itself and of
         *     the work on it; `unknown` where an analysis is not graded.
         */
        readonly WallArea: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly x: number | null;
            readonly y: number | null;
            readonly frozen: boolean;
            readonly faces: {
                readonly [key: string]: number;
            };
            readonly risks: readonly ("red" | "orange" | "yellow" | "blue" | "unknown")[];
        };
        /** @description An open red alarm. `called_at`: when it called last; it calls again until somebody acknowledges it. */
        readonly WallBell: {
            /** Format: uuid */
            readonly id: string;
            readonly title: components["schemas"]["Words"];
            readonly number: string | null;
            readonly point: string | null;
            readonly area: string | null;
            readonly state: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: date-time */
            readonly since: string;
            /** Format: date-time */
            readonly called_at: string;
            readonly shelved: boolean;
        };
        /**
         * @description The board of one site. `counts` are permits that live, by state; `checked_in` people on work that runs
         *     or rests; `tasks` open alarms that are not red. `clock_ok` as everywhere: nobody watches without it.
         */
        readonly WallBoard: {
            readonly site: components["schemas"]["WallSite"];
            readonly plan: components["schemas"]["WallPlan"] | null;
            readonly counts: {
                readonly [key: string]: number;
            };
            readonly not_confirmed: number;
            readonly checked_in: number;
            readonly types: readonly components["schemas"]["WallType"][];
            readonly marks: readonly components["schemas"]["WallMark"][];
            readonly areas: readonly components["schemas"]["WallArea"][];
            readonly over: readonly components["schemas"]["WallOver"][];
            readonly waiting: readonly components["schemas"]["WallWaiting"][];
            readonly inside: readonly components["schemas"]["WallInside"][];
            readonly bells: readonly components["schemas"]["WallBell"][];
            readonly tasks: number;
            readonly loop: components["schemas"]["WallLoop"];
            readonly outages: readonly components["schemas"]["WallOutage"][];
            readonly emergencies: readonly components["schemas"]["WallEmergency"][];
            readonly back_days: number;
            /** @enum {string} */
            readonly names: "none" | "family_post" | "full";
            readonly clock_ok: boolean;
            readonly beat_at: string | null;
            /** Format: date-time */
            readonly server_time: string;
        };
        /** @description Somebody on the roll of an emergency, named as the screen may; `status`: what was last said of him. */
        readonly WallCalled: {
            readonly name: string | null;
            readonly post: string | null;
            readonly duty: string;
            readonly inside: boolean;
            readonly status: ("found" | "missing" | "hurt") | null;
        };
        /** @description An emergency that goes on: where, since when, who is on the roll, and what is not done of `tasks`. */
        readonly WallEmergency: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string;
            readonly title: components["schemas"]["Words"];
            readonly area: string | null;
            readonly point: string | null;
            /** Format: date-time */
            readonly opened_at: string;
            readonly done: number;
            readonly tasks: number;
            readonly undone: readonly components["schemas"]["Words"][];
            readonly people: readonly components["schemas"]["WallCalled"][];
        };
        /** @description Who is inside which space, by the entry register; `tools` are those not brought out. */
        readonly WallInside: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly area: string | null;
            readonly point: string | null;
            /** @enum {string} */
            readonly face: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn" | "clearance";
            readonly tools: number;
            readonly people: readonly components["schemas"]["WallPerson"][];
        };
        /**
         * @description The closed-loop rate: of `all` permits that were issued and whose time ended within `back_days`, those
         *     `closed`: accepted, or voided or withdrawn with the site confirmed clear or the work never begun.
         */
        readonly WallLoop: {
            readonly closed: number;
            readonly all: number;
        };
        /** @description A permit on the plan. */
        readonly WallMark: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            /** @enum {string} */
            readonly state: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn";
            /** @enum {string} */
            readonly clearance: "none" | "open" | "confirmed";
            readonly not_confirmed: boolean;
            readonly x: number;
            readonly y: number;
        };
        /** @description An outage that goes on at the site: there only its sheets count. No areas: the whole site. */
        readonly WallOutage: {
            readonly number: string;
            readonly areas: readonly string[];
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly until: string;
            readonly overdue: boolean;
        };
        /** @description Work past its time: still running or paused, or ended and its site not confirmed clear. */
        readonly WallOver: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            readonly area: string | null;
            readonly point: string | null;
            /** @enum {string} */
            readonly face: "draft" | "submitted" | "issued" | "active" | "paused" | "finished" | "closed" | "voided" | "withdrawn" | "clearance";
            /** Format: date-time */
            readonly ends_at: string;
        };
        /** @description Somebody inside, named as this screen may name him. */
        readonly WallPerson: {
            readonly name: string | null;
            readonly post: string | null;
            /** @enum {string} */
            readonly duty: "responsible" | "guardian" | "worker";
        };
        /** @description The drawing of the site by its SHA-256, with its size in its own units. */
        readonly WallPlan: {
            readonly drawing: string;
            readonly width: number;
            readonly height: number;
        };
        /** @description Whose board it is. */
        readonly WallSite: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
        };
        /** @description The permits of today of one kind of work, by state; `clearance` for those not confirmed clear. */
        readonly WallType: {
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            readonly faces: {
                readonly [key: string]: number;
            };
        };
        /** @description An application, since when it waits at its stage, and the posts that are to sign. */
        readonly WallWaiting: {
            /** Format: uuid */
            readonly id: string;
            readonly number: string | null;
            readonly type: string;
            readonly area: string | null;
            readonly point: string | null;
            readonly since: string | null;
            readonly posts: readonly string[] | null;
        };
        /**
         * @description `last` is null while no look ever came to its end; `begun_at`: one began since and has not ended.
         *     `late`: nobody may rely on the last one any more. Of all `files` so many were read within `nights`.
         */
        readonly WatchOut: {
            readonly last: components["schemas"]["LookOut"] | null;
            readonly begun_at: string | null;
            readonly late: boolean;
            readonly files: number;
            readonly files_checked: number;
            readonly nights: number;
            readonly mismatches: readonly components["schemas"]["MismatchOut"][];
            readonly more: boolean;
        };
        /** @description Whether the clock that watches permits runs; nothing goes live without it (S18). */
        readonly Watched: {
            readonly clock_ok: boolean;
        };
        /**
         * @description What somebody sees now: wind and gust in Beaufort, temperature in °C. What is left out was not looked
         *     at, and is not known.
         */
        readonly WeatherIn: {
            readonly wind_force: number;
            readonly gust?: number | null;
            readonly rain?: ("none" | "light" | "moderate" | "heavy") | null;
            readonly snow?: ("none" | "light" | "moderate" | "heavy") | null;
            readonly fog?: ("none" | "light" | "dense") | null;
            readonly temperature_c?: number | string | null;
        };
        /**
         * @description The newest observation at a site, wind and gust in Beaufort; null what was not observed, and all of it
         *     when nobody ever looked.
         */
        readonly WeatherOut: {
            readonly source: string | null;
            readonly wind_force: number | null;
            readonly gust: number | null;
            readonly rain: string | null;
            readonly snow: string | null;
            readonly fog: string | null;
            readonly temperature_c: string | null;
            readonly observed_at: string | null;
            readonly observed_by: components["schemas"]["Named"] | null;
        };
        /** @description Whom a preview is about. */
        readonly WhomOut: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
        };
        /** @description One sentence in the two languages of the product. */
        readonly Words: {
            readonly zh: string;
            readonly en: string;
        };
        /** @description What kinds, channels with their units, and reasons are called. */
        readonly WordsOut: {
            readonly kinds: {
                readonly [key: string]: components["schemas"]["KindWord"];
            };
            readonly channels: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            readonly adapters: readonly string[];
            readonly aside: {
                readonly [key: string]: components["schemas"]["ReasonWord"];
            };
            readonly refusals: {
                readonly [key: string]: components["schemas"]["ReasonWord"];
            };
        };
        /**
         * @description The rules that a request of this type submitted now would stand on. `basis` is their SHA-256;
         *     `requirements` counts all of them, the site's own among them.
         */
        readonly WorkRules: {
            readonly type: string;
            readonly title: components["schemas"]["Words"];
            readonly basis: string;
            readonly requirements: number;
            readonly recalled: boolean;
        };
        /** @description A day of the weekly rest that is worked. */
        readonly WorkingDayIn: {
            /** Format: date */
            readonly day: string;
        };
        /** @description A worked rest day. */
        readonly WorkingDayOut: {
            /** Format: date */
            readonly day: string;
            /** Format: uuid */
            readonly id: string;
        };
        /**
         * @description The choice: industry (empty for none of them), templates that are off, and how many levels approve the
         *     presets at height (null: as each template says).
         */
        readonly WorksIn: {
            /** @default  */
            readonly industry?: string;
            readonly off?: readonly string[];
            readonly approval?: ("two" | "four") | null;
        };
        /** @description What a site offers; `chosen` is false as long as nobody chose. */
        readonly WorksOut: {
            /** Format: uuid */
            readonly site_id: string;
            readonly chosen: boolean;
            readonly industry: string;
            readonly off: readonly string[];
            readonly approval: ("two" | "four") | null;
            readonly templates: readonly components["schemas"]["OfferedTemplate"][];
            readonly industries: readonly components["schemas"]["IndustryRow"][];
            readonly subsets: readonly components["schemas"]["SubsetRow"][];
        };
        readonly "account.agree_to_signing": {
            /** @description Version of the agreement that was shown. */
            readonly version: number;
            /** @description SHA-256 of the text that was shown, in both languages. */
            readonly text: string;
        };
        readonly "account.enrol_passkey": {
            /**
             * Format: uuid
             * @description The passkey's id in the register.
             */
            readonly passkey: string;
            /** @description Its id as the authenticator tells it, base64url. */
            readonly credential: string;
            /** @description The host name it was made for. */
            readonly rp_id: string;
            /** @description Public key (COSE), base64url. */
            readonly key: string;
            /** @description It lives in an account of its owner, not in one device. */
            readonly synced: boolean;
        };
        readonly "account.revoke_passkey": {
            readonly credential: string;
        };
        readonly "actuation._code": string;
        /** Format: date-time */
        readonly "actuation._instant": string;
        readonly "actuation._order": string;
        readonly "actuation._reason": string;
        readonly "actuation._uuid": string;
        readonly "actuation._values": {
            readonly [key: string]: string;
        };
        readonly "actuation.approve_table": {
            readonly version: number;
        };
        readonly "actuation.look_at_orders": Record<string, never>;
        readonly "actuation.note_answer": {
            readonly instrument: components["schemas"]["actuation._uuid"];
            readonly order: components["schemas"]["actuation._order"];
            /** @enum {unknown} */
            readonly did: "received" | "done" | "refused" | "expired";
        };
        readonly "actuation.note_reading": {
            readonly instrument: components["schemas"]["actuation._uuid"];
            readonly values: components["schemas"]["actuation._values"];
            readonly taken: components["schemas"]["actuation._instant"];
        };
        readonly "actuation.propose_table": {
            /** @description The whole table; none takes it away. */
            readonly rows: readonly {
                readonly cause: components["schemas"]["actuation._code"];
                readonly effect: components["schemas"]["actuation._code"];
                readonly instrument: components["schemas"]["actuation._uuid"];
                /** @description Everything that hangs on a circuit that is cut. */
                readonly feeds?: readonly components["schemas"]["actuation._code"][];
                /** @description Where a fan stands; approved with the table. */
                readonly position?: string;
            }[];
        };
        readonly "actuation.request_effects": {
            readonly permit: components["schemas"]["actuation._uuid"];
            readonly told: readonly {
                /** @enum {unknown} */
                readonly kind: "pause" | "rule" | "alarm" | "ended";
                readonly code?: string;
            }[];
        };
        readonly "actuation.restore_effect": {
            readonly order: components["schemas"]["actuation._order"];
            readonly reason: components["schemas"]["actuation._reason"];
        };
        readonly "actuation.withdraw_table": {
            readonly version: number;
            readonly reason: components["schemas"]["actuation._reason"];
        };
        /** Format: date-time */
        readonly "alarm._instant": string;
        readonly "alarm._note": {
            readonly note: string;
        };
        readonly "alarm._uuid": string;
        readonly "alarm.acknowledge_alarm": Record<string, never>;
        readonly "alarm.close_alarm": components["schemas"]["alarm._note"];
        readonly "alarm.handle_alarm": components["schemas"]["alarm._note"];
        readonly "alarm.raise_alarm": {
            readonly permit: components["schemas"]["alarm._uuid"] | null;
            readonly number: string | null;
            readonly kind: string;
            readonly code: string | null;
            readonly subject: string;
            readonly episode: number;
            readonly at: components["schemas"]["alarm._instant"];
            readonly by: string;
            readonly tell: readonly components["schemas"]["alarm._uuid"][];
        };
        readonly "alarm.ring_alarm": Record<string, never>;
        readonly "alarm.shelve_alarm": {
            readonly minutes: number;
            readonly note: string;
        };
        readonly "alarm.unshelve_alarm": Record<string, never>;
        /** @description somebody calls for help at this place without a permit; never refused to anybody who is logged in */
        readonly "area.call_help": Record<string, never>;
        readonly "area.freeze_area": {
            readonly reason?: string;
            readonly whole_site?: boolean;
            /**
             * @description the post that froze the whole site; believed only of a command that follows from that freeze
             * @enum {unknown}
             */
            readonly by_post?: "control_room" | "safety_dept" | "shift_leader";
        };
        readonly "area.lift_area": {
            readonly note: string;
        };
        /** @enum {unknown} */
        readonly "block._condition": "going_on" | "stopped" | "finished";
        /** Format: date-time */
        readonly "block._instant": string;
        readonly "block._photo": string;
        readonly "block._place": {
            readonly site: components["schemas"]["block._uuid"];
            readonly area: components["schemas"]["block._uuid"];
            readonly point?: components["schemas"]["block._uuid"];
        };
        readonly "block._reading": {
            readonly point: string;
            readonly substance: string;
            readonly value: {
                readonly value: string;
                /** @enum {unknown} */
                readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
            };
            readonly at: components["schemas"]["block._instant"];
        };
        readonly "block._serial": string;
        readonly "block._uuid": string;
        readonly "block._words": string;
        readonly "block.account_unused": {
            readonly serials: readonly components["schemas"]["block._serial"][];
        };
        readonly "block.chase_block": Record<string, never>;
        readonly "block.close_sheet": {
            readonly serial: components["schemas"]["block._serial"];
            readonly items: readonly {
                readonly item: string;
                readonly so: boolean;
            }[];
            readonly carried_to?: components["schemas"]["block._uuid"];
            readonly photos?: readonly components["schemas"]["block._photo"][];
        };
        readonly "block.confirm_loss": {
            readonly serial: components["schemas"]["block._serial"];
            readonly reason: components["schemas"]["block._words"];
        };
        readonly "block.fill_in_sheet": {
            readonly serial: components["schemas"]["block._serial"];
            readonly from: components["schemas"]["block._instant"];
            readonly to?: components["schemas"]["block._instant"];
            readonly outcome: components["schemas"]["block._condition"];
            readonly responsible: components["schemas"]["block._uuid"];
            readonly guardian?: components["schemas"]["block._uuid"];
            readonly workers?: readonly components["schemas"]["block._uuid"][];
            readonly readings?: readonly components["schemas"]["block._reading"][];
            readonly photos: readonly components["schemas"]["block._photo"][];
            readonly text?: components["schemas"]["block._words"];
        };
        readonly "block.hand_over_block": {
            readonly to: components["schemas"]["block._uuid"];
        };
        readonly "block.print_block": {
            readonly template: string;
            readonly site: components["schemas"]["block._uuid"];
            /** @description absent: the whole site */
            readonly areas?: readonly components["schemas"]["block._uuid"][];
            readonly count: number;
        };
        readonly "block.register_sheet": {
            readonly serial: components["schemas"]["block._serial"];
            readonly place: components["schemas"]["block._place"];
            readonly condition: components["schemas"]["block._condition"];
            readonly photos?: readonly components["schemas"]["block._photo"][];
            readonly text?: components["schemas"]["block._words"];
        };
        readonly "block.report_loss": {
            readonly serial: components["schemas"]["block._serial"];
            readonly reason: components["schemas"]["block._words"];
        };
        readonly "block.return_sheets": {
            readonly serials: readonly components["schemas"]["block._serial"][];
        };
        readonly "block.review_sheet": {
            readonly serial: components["schemas"]["block._serial"];
            readonly agrees: boolean;
        };
        readonly "block.take_block": {
            readonly counted: number;
        };
        readonly "block.void_sheet": {
            readonly serial: components["schemas"]["block._serial"];
            readonly reason: components["schemas"]["block._words"];
        };
        /** Format: date-time */
        readonly "delegation._instant": string;
        readonly "delegation._uuid": string;
        readonly "delegation.delegate": {
            readonly post: components["schemas"]["delegation._uuid"];
            readonly to: components["schemas"]["delegation._uuid"];
            /** @description The works it is for; none named = all. */
            readonly types?: readonly string[];
            readonly from: components["schemas"]["delegation._instant"];
            readonly until: components["schemas"]["delegation._instant"];
            readonly reason: string;
        };
        readonly "delegation.revoke_delegation": {
            readonly reason: string;
        };
        readonly "device.enrol_device": {
            /** @description The token of the code that was scanned. */
            readonly invitation: string;
            /** @description What its owner calls it. */
            readonly name: string;
            /** @description Public key: the uncompressed P-256 point, base64url. */
            readonly key: string;
            /** @description Signature r‖s over davy-device/1, company, device and invitation, a line each. */
            readonly proof: string;
        };
        readonly "device.enrol_kiosk": {
            /** @description The token of an invitation for a shared terminal. */
            readonly invitation: string;
            /** @description What people at the site call it. */
            readonly name: string;
            /** @description Public key: the uncompressed P-256 point, base64url. */
            readonly key: string;
            /** @description Signature r‖s over davy-device/1, company, device and invitation, a line each. */
            readonly proof: string;
        };
        readonly "device.mark_device": {
            /** @description Explosion protection mark as on the plate, e.g. Ex ib IIC T4 Gb; null = none. */
            readonly ex: string | null;
        };
        readonly "device.revoke_device": {
            readonly reason: string;
        };
        readonly "emergency._task": string;
        readonly "emergency._uuid": string;
        readonly "emergency.call_person": {
            readonly person: components["schemas"]["emergency._uuid"];
            /** @enum {unknown} */
            readonly status: "found" | "missing" | "hurt";
        };
        readonly "emergency.end_emergency": {
            readonly reason: string;
        };
        readonly "emergency.note_emergency": {
            readonly note: string;
        };
        /** @description given by Davy because of an alarm; without an area the place is not known */
        readonly "emergency.open_emergency": {
            readonly alarm: components["schemas"]["emergency._uuid"];
            readonly kind: string;
            readonly site?: components["schemas"]["emergency._uuid"];
            readonly area?: components["schemas"]["emergency._uuid"];
            readonly point?: components["schemas"]["emergency._uuid"];
            readonly permit?: components["schemas"]["emergency._uuid"];
        };
        readonly "emergency.tick_task": {
            readonly task: components["schemas"]["emergency._task"];
        };
        readonly "emergency.untick_task": {
            readonly task: components["schemas"]["emergency._task"];
        };
        readonly "erasure._words": readonly string[];
        readonly "erasure.carry_out_erasure": {
            /** @description Words that only look like his name and go too. */
            readonly take?: components["schemas"]["erasure._words"];
            /** @description Words that only look like his name, are of somebody else, and stay. */
            readonly leave?: components["schemas"]["erasure._words"];
        };
        readonly "erasure.request_erasure": {
            readonly person: string;
            readonly reason: string;
        };
        readonly "erasure.withdraw_erasure": {
            readonly reason: string;
        };
        /** Format: date-time */
        readonly "gate._instant": string;
        readonly "gate._shown": readonly {
            readonly name: string;
            readonly from: components["schemas"]["gate._instant"];
            readonly until: components["schemas"]["gate._instant"];
        }[];
        /** @description Passes are given and taken back as the permits stand now. */
        readonly "gate.judge_passes": Record<string, never>;
        /** @description The list of a gate as a visit found it and as it left it, ours only; of others the count. */
        readonly "gate.note_answer": {
            readonly found: components["schemas"]["gate._shown"];
            readonly left: components["schemas"]["gate._shown"];
            readonly foreign: number;
        };
        readonly "gate.note_silence": {
            readonly since: components["schemas"]["gate._instant"];
            readonly problem: string;
        };
        /** Format: date-time */
        readonly "hold._instant": string;
        readonly "hold._reason": string;
        readonly "hold._uuid": string;
        readonly "hold.lift_hold": {
            readonly reason: components["schemas"]["hold._reason"];
        };
        readonly "hold.place_hold": {
            /** @enum {unknown} */
            readonly about: "permit" | "person" | "span";
            readonly permit?: components["schemas"]["hold._uuid"];
            readonly person?: components["schemas"]["hold._uuid"];
            readonly from?: components["schemas"]["hold._instant"];
            readonly until?: components["schemas"]["hold._instant"];
            readonly reason: components["schemas"]["hold._reason"];
        } & ({
            /** @constant */
            readonly about?: "permit";
            readonly person?: never;
            readonly from?: never;
            readonly until?: never;
        } | {
            /** @constant */
            readonly about?: "person";
            readonly permit?: never;
            readonly from?: never;
            readonly until?: never;
        } | {
            /** @constant */
            readonly about?: "span";
            readonly permit?: never;
            readonly person?: never;
        });
        /** Format: date-time */
        readonly "instrument._instant": string;
        readonly "instrument._uuid": string;
        readonly "instrument.bind_instrument": {
            /** @description What was scanned on the instrument. */
            readonly code: string;
            readonly permit?: components["schemas"]["instrument._uuid"];
            /** @description Of the sampling plan. */
            readonly point?: string;
            readonly person?: components["schemas"]["instrument._uuid"];
        } & (unknown | unknown);
        readonly "instrument.bump_test_instrument": {
            readonly passed: boolean;
        };
        readonly "instrument.calibrate_instrument": {
            readonly on: components["schemas"]["instrument._instant"];
            /** @description As the certificate says; it may shorten the interval of the kind, never lengthen it. */
            readonly until?: components["schemas"]["instrument._instant"];
            readonly certificate?: string;
        };
        readonly "instrument.enrol_instrument": {
            /** @description A kind of instruments/kinds.yaml. */
            readonly kind: string;
            /** @description As on its plate; the last part of its topic. */
            readonly serial: string;
            readonly site: components["schemas"]["instrument._uuid"];
            /** @description Through which its messages come; from another one they are set aside. */
            readonly gateway?: components["schemas"]["instrument._uuid"] | null;
            readonly name: string;
            /** @description Explosion protection mark as on the plate; null = none. */
            readonly ex?: string | null;
            readonly firmware?: string | null;
        };
        readonly "instrument.place_instrument": {
            readonly gateway: components["schemas"]["instrument._uuid"] | null;
        };
        readonly "instrument.release_instrument": {
            /** @enum {unknown} */
            readonly reason?: "by_hand" | "permit_over" | "broken" | "swapped";
        };
        readonly "instrument.retire_instrument": {
            readonly reason: string;
        };
        /** @description a number as it is written on site */
        readonly "isolation._code": string;
        readonly "isolation._photo": string;
        readonly "isolation._point": {
            readonly kind: string;
            readonly name: string;
            /** @description toxic, flammable or otherwise dangerous to whoever is behind it */
            readonly hazardous: boolean;
            readonly number?: components["schemas"]["isolation._code"];
            readonly medium?: string;
            readonly line?: components["schemas"]["isolation._code"];
            /** @description part of the drawing's width or height */
            readonly x?: number;
            /** @description part of the drawing's width or height */
            readonly y?: number;
        };
        readonly "isolation._point_id": string;
        readonly "isolation._uuid": string;
        readonly "isolation._words": string;
        readonly "isolation.abandon_blind": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly reason: components["schemas"]["isolation._words"];
        };
        readonly "isolation.add_point": {
            readonly point: components["schemas"]["isolation._point"];
        };
        readonly "isolation.apply_point": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly tag: components["schemas"]["isolation._code"];
            readonly lock?: components["schemas"]["isolation._code"];
            readonly photo: components["schemas"]["isolation._photo"];
        };
        readonly "isolation.begin_blind": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly permit?: components["schemas"]["isolation._uuid"];
        };
        readonly "isolation.cancel_isolation": {
            readonly reason: components["schemas"]["isolation._words"];
        };
        readonly "isolation.confirm_force": {
            readonly number: components["schemas"]["isolation._code"];
            readonly reason: components["schemas"]["isolation._words"];
        };
        readonly "isolation.confirm_restored": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly photo: components["schemas"]["isolation._photo"];
        };
        readonly "isolation.count_out": {
            readonly permit: components["schemas"]["isolation._uuid"];
            readonly people: number;
        };
        readonly "isolation.doubt_point": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly reason?: components["schemas"]["isolation._words"];
        };
        readonly "isolation.drop_point": {
            readonly point: components["schemas"]["isolation._point_id"];
        };
        readonly "isolation.end_test": Record<string, never>;
        readonly "isolation.hang_lock": {
            readonly number: components["schemas"]["isolation._code"];
            /** @enum {unknown} */
            readonly kind: "personal" | "group";
            readonly point?: components["schemas"]["isolation._point_id"];
        };
        readonly "isolation.name_people": {
            readonly isolators: readonly components["schemas"]["isolation._uuid"][];
            readonly verifiers: readonly components["schemas"]["isolation._uuid"][];
        };
        readonly "isolation.plan_isolation": {
            readonly place: {
                readonly site: components["schemas"]["isolation._uuid"];
                readonly area: components["schemas"]["isolation._uuid"];
                readonly point?: components["schemas"]["isolation._uuid"];
            };
            readonly equipment?: components["schemas"]["isolation._uuid"];
            readonly title: string;
            readonly drawing?: components["schemas"]["isolation._photo"];
            readonly isolators: readonly components["schemas"]["isolation._uuid"][];
            readonly verifiers: readonly components["schemas"]["isolation._uuid"][];
            readonly points: readonly components["schemas"]["isolation._point"][];
        };
        readonly "isolation.release": {
            readonly permit: components["schemas"]["isolation._uuid"];
            readonly to?: components["schemas"]["isolation._uuid"];
        };
        readonly "isolation.rely": {
            readonly permit: components["schemas"]["isolation._uuid"];
        };
        readonly "isolation.remove_point": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly photo: components["schemas"]["isolation._photo"];
        };
        readonly "isolation.request_force": {
            readonly number: components["schemas"]["isolation._code"];
            /** @description the key is lost; else the owner cannot come */
            readonly lost: boolean;
            readonly reason: components["schemas"]["isolation._words"];
        };
        readonly "isolation.start_test": {
            readonly points: readonly components["schemas"]["isolation._point_id"][];
            readonly reason: components["schemas"]["isolation._words"];
        };
        readonly "isolation.take_lock_off": {
            readonly number: components["schemas"]["isolation._code"];
        };
        readonly "isolation.verify_point": {
            readonly point: components["schemas"]["isolation._point_id"];
            readonly tag: components["schemas"]["isolation._code"];
            /** @description tried, and nothing came */
            readonly zero_energy: boolean;
            readonly photo: components["schemas"]["isolation._photo"];
        };
        /** Format: date-time */
        readonly "outage._instant": string;
        readonly "outage._uuid": string;
        readonly "outage.chase_outage": Record<string, never>;
        readonly "outage.declare_outage": {
            readonly site: components["schemas"]["outage._uuid"];
            /** @description absent: the whole site */
            readonly areas?: readonly components["schemas"]["outage._uuid"][];
            /** @enum {unknown} */
            readonly reason: "power" | "network" | "server" | "maintenance" | "other";
            readonly text?: string;
            readonly from: components["schemas"]["outage._instant"];
            readonly until: components["schemas"]["outage._instant"];
            /** @description declared afterwards: when it was over */
            readonly ended?: components["schemas"]["outage._instant"];
        };
        readonly "outage.end_outage": {
            readonly ended: components["schemas"]["outage._instant"];
        };
        readonly "outage.extend_outage": {
            readonly until: components["schemas"]["outage._instant"];
        };
        readonly "permit._code": string;
        /** Format: date-time */
        readonly "permit._instant": string;
        readonly "permit._sha256": string;
        readonly "permit._uuid": string;
        readonly "permit.accept": {
            readonly items: readonly components["schemas"]["permit._code"][];
            readonly photos: readonly components["schemas"]["permit._sha256"][];
            /** @description a photo of the signer taken for this signature; needed when a device and a PIN prove who he is */
            readonly face?: components["schemas"]["permit._sha256"];
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature?: string;
        };
        readonly "permit.add_hazard": {
            readonly text: string;
            readonly controls?: string;
        };
        readonly "permit.add_photo": {
            readonly photo: components["schemas"]["permit._sha256"];
            readonly purpose: components["schemas"]["permit._code"];
        };
        readonly "permit.add_signer": {
            readonly post: components["schemas"]["permit._code"];
            readonly reason: string;
        };
        readonly "permit.add_voice": {
            readonly voice: components["schemas"]["permit._sha256"];
            /** @enum {unknown} */
            readonly about: "request" | "stop";
        };
        readonly "permit.amend": {
            readonly place?: {
                readonly site: components["schemas"]["permit._uuid"];
                readonly area: components["schemas"]["permit._uuid"];
                readonly point: components["schemas"]["permit._uuid"];
                readonly equipment?: components["schemas"]["permit._uuid"];
            };
            readonly window?: {
                readonly from: components["schemas"]["permit._instant"];
                readonly to: components["schemas"]["permit._instant"];
            };
            readonly crew?: {
                readonly responsible?: components["schemas"]["permit._uuid"];
                readonly guardian?: components["schemas"]["permit._uuid"];
                readonly briefer?: components["schemas"]["permit._uuid"];
                readonly workers?: readonly components["schemas"]["permit._uuid"][];
                readonly analysts?: readonly components["schemas"]["permit._uuid"][];
                readonly confirmers?: readonly components["schemas"]["permit._uuid"][];
            };
            readonly work?: {
                readonly [key: string]: boolean | string | number | readonly string[];
            };
            readonly content?: string;
            readonly remark?: string;
            readonly photos?: readonly components["schemas"]["permit._sha256"][];
            readonly plan?: {
                /** @enum {unknown} */
                readonly kind: "booking" | "order";
                readonly id: components["schemas"]["permit._uuid"];
            };
            /** @description The work is to go on without signal, with check calls (S17). */
            readonly untethered?: {
                /** @description Number of the local detector that goes with the crew. */
                readonly detector: string;
            } | false;
            /** @description the approved work plan that the work follows */
            readonly scheme?: {
                readonly id: components["schemas"]["permit._uuid"];
                readonly version: number;
            };
            readonly links?: readonly components["schemas"]["permit._uuid"][];
            readonly level?: components["schemas"]["permit._code"];
            readonly contractor?: components["schemas"]["permit._uuid"];
            /** @description 抢修: shorter deadlines, the same signatures, and a review owed afterwards (S20). */
            readonly urgent?: boolean;
            readonly urgent_reason?: string;
        };
        readonly "permit.answer_measure": {
            readonly measure: components["schemas"]["permit._code"];
            readonly applies: boolean;
            readonly values?: {
                readonly [key: string]: string;
            };
            readonly photo?: components["schemas"]["permit._sha256"];
        };
        readonly "permit.approve_cancel": Record<string, never>;
        readonly "permit.ask_for": {
            /**
             * @description The step that makes work live and that the person would take.
             * @enum {unknown}
             */
            readonly what: "sign_stage" | "sign_crossing" | "verify_ticket" | "start" | "enter_space" | "resolve_cause" | "stand_by" | "resume" | "take_duty";
        };
        readonly "permit.assign": {
            /** @enum {unknown} */
            readonly duty: "worker" | "analyst" | "confirmer";
            readonly person: components["schemas"]["permit._uuid"];
        };
        readonly "permit.capture_entry": {
            readonly sheet: number;
            /** @enum {unknown} */
            readonly what: "gas" | "guard_round" | "value" | "stop" | "entry" | "exit" | "signature" | "acceptance" | "other";
            /** @description Who wrote it on the sheet. */
            readonly wrote: components["schemas"]["permit._uuid"];
            /** @description Of a way in or out: who went. */
            readonly person?: components["schemas"]["permit._uuid"];
            /** @description The time that stands on the sheet. */
            readonly written_at: components["schemas"]["permit._instant"];
            /** @description Photos of the sheet. */
            readonly photos: readonly components["schemas"]["permit._sha256"][];
            /** @description Of a round, a value or an acceptance: found in order. */
            readonly good?: boolean;
            readonly readings?: readonly {
                readonly point: components["schemas"]["permit._code"];
                readonly substance: components["schemas"]["permit._code"];
                /** @description As it stands on the sheet. What is no number or no unit of gas counts as bad. */
                readonly value: {
                    readonly value: string;
                    readonly unit: string;
                };
            }[];
            /** @description What else stands there. */
            readonly text?: string;
        };
        readonly "permit.check_in": Record<string, never>;
        readonly "permit.check_residual_fire": {
            readonly photo: components["schemas"]["permit._sha256"];
            readonly clear: boolean;
        };
        readonly "permit.confirm_capture": {
            readonly entry: number;
            /** @description Whether the entry says what the photo of the sheet says. */
            readonly agrees: boolean;
            /** @description Who it was, of a way in without a name. */
            readonly person?: components["schemas"]["permit._uuid"];
            /**
             * @description Of a way in without a name: everybody was counted, and nobody is inside.
             * @constant
             */
            readonly counted?: true;
        };
        readonly "permit.confirm_clear": {
            readonly items: readonly ("stopped" | "register" | "fire" | "isolation" | "site_safe")[];
            readonly photo: components["schemas"]["permit._sha256"];
            /** @description a photo of the signer taken for this signature; needed when a device and a PIN prove who he is */
            readonly face?: components["schemas"]["permit._sha256"];
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature?: string;
        };
        readonly "permit.confirm_hazard": {
            readonly row: components["schemas"]["permit._code"];
            readonly applies: boolean;
            readonly controls?: readonly components["schemas"]["permit._code"][];
            /** @description By factor of the pinned scale its value without controls; left out, what is proposed counts */
            readonly before?: {
                readonly [key: string]: string;
            };
            /** @description The same with the controls */
            readonly after?: {
                readonly [key: string]: string;
            };
            /** @description Why a factor is milder than proposed */
            readonly reason?: string;
        };
        readonly "permit.confirm_stopped": Record<string, never>;
        readonly "permit.copy_to": {
            readonly persons?: readonly components["schemas"]["permit._uuid"][];
            readonly posts?: readonly components["schemas"]["permit._code"][];
        };
        readonly "permit.draft": {
            /** @enum {unknown} */
            readonly type: "hot" | "confined" | "blind" | "height" | "lifting" | "power" | "digging" | "road" | "maintenance" | "electrical" | "leak_sealing" | "cleanroom" | "fixed_hot_zone";
            readonly template?: components["schemas"]["permit._code"];
            readonly place: {
                readonly site: components["schemas"]["permit._uuid"];
                readonly area: components["schemas"]["permit._uuid"];
                readonly point: components["schemas"]["permit._uuid"];
                readonly equipment?: components["schemas"]["permit._uuid"];
            };
            readonly window: {
                readonly from: components["schemas"]["permit._instant"];
                readonly to: components["schemas"]["permit._instant"];
            };
            readonly crew?: {
                readonly responsible?: components["schemas"]["permit._uuid"];
                readonly guardian?: components["schemas"]["permit._uuid"];
                readonly briefer?: components["schemas"]["permit._uuid"];
                readonly workers?: readonly components["schemas"]["permit._uuid"][];
                readonly analysts?: readonly components["schemas"]["permit._uuid"][];
                readonly confirmers?: readonly components["schemas"]["permit._uuid"][];
            };
            readonly work?: {
                readonly [key: string]: boolean | string | number | readonly string[];
            };
            readonly content?: string;
            readonly remark?: string;
            readonly photos?: readonly components["schemas"]["permit._sha256"][];
            readonly plan?: {
                /** @enum {unknown} */
                readonly kind: "booking" | "order";
                readonly id: components["schemas"]["permit._uuid"];
            };
            /** @description The work is to go on without signal, with check calls (S17). */
            readonly untethered?: {
                /** @description Number of the local detector that goes with the crew. */
                readonly detector: string;
            } | false;
            /** @description the approved work plan that the work follows */
            readonly scheme?: {
                readonly id: components["schemas"]["permit._uuid"];
                readonly version: number;
            };
            readonly links?: readonly components["schemas"]["permit._uuid"][];
            readonly level?: components["schemas"]["permit._code"];
            readonly contractor?: components["schemas"]["permit._uuid"];
            /** @description 抢修: shorter deadlines, the same signatures, and a review owed afterwards (S20). */
            readonly urgent?: boolean;
            readonly urgent_reason?: string;
        };
        readonly "permit.enter_space": {
            readonly person?: components["schemas"]["permit._uuid"];
            /** @description what kind of tool and which one; no names or numbers of people, for it stands in the record for ever */
            readonly tool?: string;
            /**
             * @description He, or the tool, is registered as inside, came out and goes in once more; the way out waits in a phone.
             * @constant
             */
            readonly again?: true;
        };
        readonly "permit.finish": Record<string, never>;
        readonly "permit.five_checks": {
            readonly ventilation: boolean;
            readonly isolation: boolean;
            readonly detection: boolean;
            readonly protection: boolean;
            readonly communication: boolean;
        };
        readonly "permit.freeze_work": {
            readonly area: components["schemas"]["permit._uuid"];
        };
        readonly "permit.give_briefing": {
            readonly items: readonly components["schemas"]["permit._code"][];
            readonly voice?: components["schemas"]["permit._sha256"];
        };
        readonly "permit.guard_round": {
            readonly notes?: string;
            readonly photo?: components["schemas"]["permit._sha256"];
            readonly voice?: components["schemas"]["permit._sha256"];
        };
        readonly "permit.hand_over_place": {
            readonly permit: components["schemas"]["permit._uuid"];
        };
        readonly "permit.heed_episode": {
            readonly episode: components["schemas"]["permit._code"];
            /** @enum {unknown} */
            readonly step: "opened" | "worsened" | "closed";
            readonly rule: components["schemas"]["permit._code"];
            readonly instrument: components["schemas"]["permit._uuid"];
            readonly since: components["schemas"]["permit._instant"];
            readonly taken: components["schemas"]["permit._instant"];
            readonly channel?: components["schemas"]["permit._code"];
            readonly value?: {
                readonly value: string;
                readonly unit: string;
            };
            readonly limit?: {
                readonly value: string;
                readonly unit: string;
            };
            /** @enum {unknown} */
            readonly side?: "over" | "below" | "at" | "inside" | "outside";
            readonly reason?: components["schemas"]["permit._code"];
            /** @enum {unknown} */
            readonly pause?: "gas" | "anomaly" | "sos" | "watch_gap";
            readonly alarm?: components["schemas"]["permit._code"];
            readonly person?: components["schemas"]["permit._uuid"];
            readonly point?: components["schemas"]["permit._code"];
            readonly level?: number;
            readonly late?: boolean;
            readonly place?: {
                readonly lat: number;
                readonly lon: number;
                readonly accuracy_m?: number;
            };
        };
        readonly "permit.leave_space": {
            readonly person?: components["schemas"]["permit._uuid"];
            /** @description what kind of tool and which one; no names or numbers of people, for it stands in the record for ever */
            readonly tool?: string;
        };
        readonly "permit.link": {
            readonly permit: components["schemas"]["permit._uuid"];
        };
        readonly "permit.mark_read": Record<string, never>;
        readonly "permit.name_coordinator": {
            readonly person: components["schemas"]["permit._uuid"];
        };
        readonly "permit.nudge": Record<string, never>;
        readonly "permit.offer_duty": {
            /** @enum {unknown} */
            readonly duty: "responsible" | "guardian";
            readonly to: components["schemas"]["permit._uuid"];
        };
        readonly "permit.pause": {
            /** @enum {unknown} */
            readonly cause: "break" | "anomaly" | "gas";
            readonly reason?: string;
        };
        readonly "permit.plan_ventilation": {
            /** @description cubic metres */
            readonly volume_m3: string;
            readonly flow: {
                readonly value: string;
                /** @enum {unknown} */
                readonly unit: "m3/h" | "m3/min" | "m3/s" | "L/s" | "CFM";
            };
            readonly duct: components["schemas"]["permit._code"];
            readonly work: components["schemas"]["permit._code"];
            readonly residues: readonly {
                readonly substance: components["schemas"]["permit._code"];
                readonly value: {
                    readonly value: string;
                    /** @enum {unknown} */
                    readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
                };
            }[];
            readonly history?: {
                readonly substance: components["schemas"]["permit._code"];
                /** @enum {unknown} */
                readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
                readonly flow: {
                    readonly value: string;
                    /** @enum {unknown} */
                    readonly unit: "m3/h" | "m3/min" | "m3/s" | "L/s" | "CFM";
                };
                readonly readings: readonly {
                    readonly at: components["schemas"]["permit._instant"];
                    readonly value: string;
                }[];
            };
            /** @description how long the applicant means to ventilate */
            readonly asked_s?: number;
            readonly unit_sure?: boolean;
        };
        readonly "permit.print_sheet": {
            /**
             * @description form: the ticket as it stands now. fill: lines to be filled by hand.
             * @enum {unknown}
             */
            readonly purpose: "form" | "fill";
        };
        readonly "permit.recall_basis": Record<string, never>;
        readonly "permit.recall_to_draft": {
            readonly reason: string;
        };
        readonly "permit.receive_pause": Record<string, never>;
        readonly "permit.record_call": {
            /** @description Who called: the guardian or the responsible person. */
            readonly person: components["schemas"]["permit._uuid"];
            /** @description Whether he said that all is well; false stops the work. */
            readonly well: boolean;
            readonly notes?: string;
        };
        readonly "permit.record_round": {
            readonly readings: readonly {
                readonly point: components["schemas"]["permit._code"];
                readonly substance: components["schemas"]["permit._code"];
                readonly value: {
                    readonly value: string;
                    /** @enum {unknown} */
                    readonly unit: "%vol" | "%LEL" | "ppm" | "mg/m3";
                };
                readonly sampled_at: components["schemas"]["permit._instant"];
                readonly instrument?: string;
                readonly photo?: components["schemas"]["permit._sha256"];
                /** @enum {unknown} */
                readonly source?: "manual" | "meter";
            }[];
            readonly round?: components["schemas"]["permit._uuid"];
        };
        readonly "permit.record_value": {
            readonly record: components["schemas"]["permit._code"];
            /** @description Decimal text in the unit of the record; absent for a check. */
            readonly value?: string;
            /** @description Of a check: found good. */
            readonly passed?: boolean;
            readonly photo?: components["schemas"]["permit._sha256"];
        };
        readonly "permit.rectify": {
            readonly item: components["schemas"]["permit._code"];
            readonly photo?: components["schemas"]["permit._sha256"];
        };
        readonly "permit.refuse": {
            readonly reason: string;
        };
        readonly "permit.reject_work": {
            readonly items: readonly {
                readonly text: string;
                readonly due: components["schemas"]["permit._instant"];
            }[];
        };
        readonly "permit.report_change": {
            /** @enum {unknown} */
            readonly kind: "process" | "condition" | "method" | "environment";
            readonly what?: string;
        };
        readonly "permit.request_cancel": {
            readonly reason: string;
        };
        readonly "permit.resolve_cause": {
            readonly cause: string;
            readonly changed?: boolean;
            readonly note?: string;
        };
        readonly "permit.resume": {
            readonly changed: boolean;
        };
        readonly "permit.return_to_draft": {
            readonly reason: string;
        };
        readonly "permit.return_to_stage": {
            readonly stage: components["schemas"]["permit._code"];
            readonly reason: string;
        };
        readonly "permit.review_urgent": {
            /** @enum {unknown} */
            readonly finding: "justified" | "unjustified" | "irregular";
            readonly note: string;
        };
        readonly "permit.sign_briefing": {
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature: string;
        };
        readonly "permit.sign_crossing": {
            readonly permits: readonly components["schemas"]["permit._uuid"][];
            readonly items: readonly components["schemas"]["permit._code"][];
            readonly analysis: string;
            /** @description a photo of the signer taken for this signature; needed when a device and a PIN prove who he is */
            readonly face?: components["schemas"]["permit._sha256"];
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature: string;
        };
        readonly "permit.sign_shift": {
            /** @enum {unknown} */
            readonly side: "outgoing" | "incoming";
            /** @description a photo of the signer taken for this signature; needed when a device and a PIN prove who he is */
            readonly face?: components["schemas"]["permit._sha256"];
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature?: string;
        };
        readonly "permit.sign_stage": {
            readonly stage: components["schemas"]["permit._code"];
            readonly opinion?: string;
            readonly confirmed: readonly components["schemas"]["permit._code"][];
            /** @description a photo of the signer taken for this signature; needed when a device and a PIN prove who he is */
            readonly face?: components["schemas"]["permit._sha256"];
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature?: string;
        };
        readonly "permit.sos": Record<string, never>;
        readonly "permit.stand_by": Record<string, never>;
        readonly "permit.start": {
            readonly scan?: string;
            readonly held_ms: number;
        };
        readonly "permit.stop": {
            readonly reason?: string;
        };
        readonly "permit.submit": Record<string, never>;
        readonly "permit.switch_ventilation": {
            readonly running: boolean;
            readonly photo?: components["schemas"]["permit._sha256"];
        };
        readonly "permit.take_back": {
            /** @enum {unknown} */
            readonly cause: "guardian_left" | "violation";
            readonly reason?: string;
        };
        readonly "permit.take_duty": {
            /** @enum {unknown} */
            readonly duty: "responsible" | "guardian";
        };
        /** @description The server takes the last reading of this instrument; its numbers are not in the command. */
        readonly "permit.take_round": {
            readonly instrument: components["schemas"]["permit._uuid"];
            readonly point: components["schemas"]["permit._code"];
            readonly round?: components["schemas"]["permit._uuid"];
        };
        readonly "permit.tick": Record<string, never>;
        readonly "permit.transfer_decision": {
            readonly to: components["schemas"]["permit._uuid"];
            readonly reason: string;
        };
        readonly "permit.unassign": {
            /** @enum {unknown} */
            readonly duty: "worker" | "analyst" | "confirmer";
            readonly person: components["schemas"]["permit._uuid"];
        };
        readonly "permit.verify_ticket": {
            /** @description a photo of the signer taken for this signature; needed when a device and a PIN prove who he is */
            readonly face?: components["schemas"]["permit._sha256"];
            /** @description Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event. */
            readonly signature?: string;
        };
        readonly "permit.void": {
            readonly reason: string;
        };
        readonly "permit.withdraw": {
            readonly reason: string;
        };
        readonly "readings.seal_readings": {
            /** @description The beginning of the hour (UTC) whose readings are sealed. Davy sends it by itself, and nobody else. */
            readonly from: string;
        };
        readonly "removal.remove_record": {
            /** @description What somebody ordered to be removed. Davy sends it by itself, and nobody else. */
            readonly record: string;
        };
        readonly "retention._reason": string;
        readonly "retention.confirm_removal": {
            /** @description A new id. */
            readonly batch: string;
            readonly records: readonly string[];
            readonly reason: components["schemas"]["retention._reason"];
        };
        readonly "retention.set_period": {
            /**
             * @description What is kept so long: records of special work.
             * @enum {unknown}
             */
            readonly what: "record";
            /** @description Days after its last event; never less than the law asks for. Fewer than now are signed, and in force after a delay. */
            readonly days: number;
            readonly reason: components["schemas"]["retention._reason"];
        };
        readonly "retention.switch_removal": {
            readonly on: boolean;
            /** @description Records of one night at the most. */
            readonly most?: number;
            readonly reason: components["schemas"]["retention._reason"];
        } & ({
            /** @constant */
            readonly on?: true;
        } | {
            /** @constant */
            readonly on?: false;
            readonly most?: never;
        });
        readonly "retention.withdraw_shortening": {
            /**
             * @description What would be kept shorter: records of special work.
             * @enum {unknown}
             */
            readonly what: "record";
            readonly reason: components["schemas"]["retention._reason"];
        };
        readonly "rulebook.confirm_recall": Record<string, never>;
        readonly "rulebook.lift_recall": {
            readonly reason: string;
        };
        readonly "rulebook.request_recall": {
            readonly basis: string;
            readonly reason: string;
        };
        readonly "scheme._annotation": string;
        readonly "scheme._code": string;
        /** Format: date-time */
        readonly "scheme._instant": string;
        readonly "scheme._photo": string;
        readonly "scheme._place": {
            readonly site: components["schemas"]["scheme._uuid"];
            readonly area: components["schemas"]["scheme._uuid"];
            readonly point?: components["schemas"]["scheme._uuid"];
        };
        readonly "scheme._uuid": string;
        readonly "scheme._version": number;
        readonly "scheme._words": string;
        readonly "scheme.annotate": {
            readonly section: components["schemas"]["scheme._code"];
            readonly version: components["schemas"]["scheme._version"];
            readonly text: components["schemas"]["scheme._words"];
        };
        readonly "scheme.answer_annotation": {
            readonly annotation: components["schemas"]["scheme._annotation"];
            readonly text: components["schemas"]["scheme._words"];
        };
        readonly "scheme.approve_scheme": {
            readonly version: components["schemas"]["scheme._version"];
            /** @description when the approval ends; absent: as late as the contract lets it */
            readonly lasts_to?: components["schemas"]["scheme._instant"];
        };
        readonly "scheme.close_annotation": {
            readonly annotation: components["schemas"]["scheme._annotation"];
        };
        readonly "scheme.draft_scheme": {
            readonly type: components["schemas"]["scheme._code"];
            readonly level: components["schemas"]["scheme._code"];
            readonly place: components["schemas"]["scheme._place"];
            readonly title: string;
            /** @description another scheme, whose words and drawings are taken over as they stand */
            readonly copy_of?: components["schemas"]["scheme._uuid"];
        };
        readonly "scheme.return_scheme": {
            readonly version: components["schemas"]["scheme._version"];
            readonly reason: components["schemas"]["scheme._words"];
        };
        readonly "scheme.revise_scheme": Record<string, never>;
        readonly "scheme.submit_scheme": Record<string, never>;
        readonly "scheme.withdraw_scheme": {
            readonly reason: components["schemas"]["scheme._words"];
        };
        readonly "scheme.write_section": {
            readonly section: components["schemas"]["scheme._code"];
            readonly text: string;
            readonly attachments?: readonly components["schemas"]["scheme._photo"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly davy_accounts_api_list_accounts: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_AccountOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_api_add_account: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_api_demo_accounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DemoAccount"][];
                };
            };
        };
    };
    readonly davy_signatures_api_passkeys_of_everybody: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PasskeyOfOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_accounts_api_change_account: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly account_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_passkeys_of: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly account_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PasskeyOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_revoke_passkey_of: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly account_id: string;
                readonly passkey_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_alarms_api_list_alarms: {
        readonly parameters: {
            readonly query?: {
                readonly state?: ("open" | "raised" | "acknowledged" | "handled" | "closed") | null;
                readonly severity?: ("red" | "task") | null;
                readonly permit?: string | null;
                readonly before?: string | null;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly {
                        readonly [key: string]: unknown;
                    }[];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_alarms_api_calling_alarms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly {
                        readonly [key: string]: unknown;
                    }[];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_alarms_api_count_alarms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: number;
                    };
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_alarms_api_alarm_load: {
        readonly parameters: {
            readonly query?: {
                readonly days?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AlarmLoad"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_alarms_api_my_alarms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly {
                        readonly [key: string]: unknown;
                    }[];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_alarms_api_get_alarm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly alarm_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_queue: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalQueue"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_permits_api_get_stuck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["StuckPermit"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_archive_api_search_archive: {
        readonly parameters: {
            readonly query?: {
                readonly state?: string | null;
                readonly type?: string | null;
                readonly level?: string | null;
                readonly area?: string | null;
                readonly unit?: string | null;
                readonly point?: string | null;
                readonly equipment?: string | null;
                readonly firm?: string | null;
                readonly person?: string | null;
                readonly order?: string | null;
                readonly since?: string | null;
                readonly until?: string | null;
                readonly clearance?: ("open" | "confirmed" | "none") | null;
                readonly q?: string | null;
                readonly archive?: string | null;
                readonly mine?: boolean;
                readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
                readonly rising?: boolean;
                readonly page?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ArchiveOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_list_areas: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly site_id?: string | null;
                readonly unit_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_AreaOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_area: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AreaIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AreaOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_area: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly area_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AreaOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_change_area: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly area_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AreaInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AreaOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_attachments_api_get_attachment: {
        readonly parameters: {
            readonly query?: {
                readonly form?: "shown" | "original";
            };
            readonly header?: never;
            readonly path: {
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_attachments_api_put_attachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AttachmentOut"];
                };
            };
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AttachmentOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_attachments_api_get_parts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_attachments_api_post_part: {
        readonly parameters: {
            readonly query: {
                readonly offset: number;
                readonly last?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_api_list_audit: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly resource?: string | null;
                readonly resource_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_AuditOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_list_badges: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["BadgeOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_add_badge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BadgeIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BadgeOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_revoke_badge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly badge_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BadgeOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_beginning_api_get_beginning: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BeginningOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_printing_api_print_block: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly block_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_api_export_board: {
        readonly parameters: {
            readonly query?: {
                readonly state?: string | null;
                readonly type?: string | null;
                readonly level?: string | null;
                readonly area?: string | null;
                readonly unit?: string | null;
                readonly point?: string | null;
                readonly equipment?: string | null;
                readonly firm?: string | null;
                readonly person?: string | null;
                readonly order?: string | null;
                readonly since?: string | null;
                readonly until?: string | null;
                readonly clearance?: ("open" | "confirmed" | "none") | null;
                readonly q?: string | null;
                readonly archive?: string | null;
                readonly mine?: boolean;
                readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
                readonly rising?: boolean;
                readonly form?: "csv" | "xlsx";
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_planning_api_list_bookings: {
        readonly parameters: {
            readonly query: {
                readonly start: string;
                readonly end: string;
                readonly area?: string | null;
                readonly state?: ("asked" | "approved" | "refused" | "withdrawn") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["BookingOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_add_booking: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BookingIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BookingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_decide_booking: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly booking_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecisionIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BookingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_withdraw_booking: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly booking_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BookingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_calendar: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_put_calendar: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_calendar_facts: {
        readonly parameters: {
            readonly query: {
                readonly start: string;
                readonly end: string;
            };
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_period: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PeriodIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeriodOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_remove_period: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
                readonly period_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_shift: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ShiftIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ShiftOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_remove_shift: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
                readonly shift_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_working_day: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WorkingDayIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkingDayOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_remove_working_day: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
                readonly day_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_cameras_api_list_cameras: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly site_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_CameraOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_cameras_api_add_camera: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CameraIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CameraOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_cameras_api_remove_camera: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly camera_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_cameras_api_change_camera: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly camera_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CameraInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CameraOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_list_certificates: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly kind?: ("special_operation" | "special_equipment" | "guardian" | "gas_analyst" | "safety_manager") | null;
                readonly person_id?: string | null;
                readonly state?: components["schemas"]["Standing"] | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_CertificateOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_add_certificate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CertificateIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CertificateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_get_certificate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly certificate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CertificateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_change_certificate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly certificate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CertificateInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CertificateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_list_checkups: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly person_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_CheckupOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_add_checkup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckupIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckupOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_change_checkup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly checkup_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckupInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckupOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_give_command: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Command"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["RefusedOut"] | components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_permits_api_simulate_conflicts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConflictsIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_api_get_conformance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Conformance"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_api_get_rule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly requirement: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_list_delegations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DelegationOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_accounts_desk_api_get_desk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly room: "permits";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_desk_api_keep_layout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly room: "permits";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Layout"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_desk_api_keep_view: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly room: "permits";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["View"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_desk_api_forget_view: {
        readonly parameters: {
            readonly query: {
                readonly name: string;
            };
            readonly header?: never;
            readonly path: {
                readonly room: "permits";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_api_list_devices: {
        readonly parameters: {
            readonly query?: {
                readonly mine?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DeviceOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_api_invite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InvitationIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_api_get_device: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly device_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeviceOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_api_report_doubt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly device_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DoubtIn"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_actuation_api_effect_words: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActuationWords"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_emergency_api_list_emergencies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EmergencyLine"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_emergency_api_calling_emergencies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EmergencyOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_emergency_api_get_emergency: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly emergency_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmergencyOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_list_equipment: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly area_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_EquipmentOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_equipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EquipmentIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EquipmentOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_equipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly equipment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EquipmentOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_change_equipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly equipment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EquipmentInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EquipmentOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_archive_api_filtered_bundle: {
        readonly parameters: {
            readonly query?: {
                readonly state?: string | null;
                readonly type?: string | null;
                readonly level?: string | null;
                readonly area?: string | null;
                readonly unit?: string | null;
                readonly point?: string | null;
                readonly equipment?: string | null;
                readonly firm?: string | null;
                readonly person?: string | null;
                readonly order?: string | null;
                readonly since?: string | null;
                readonly until?: string | null;
                readonly clearance?: ("open" | "confirmed" | "none") | null;
                readonly q?: string | null;
                readonly archive?: string | null;
                readonly mine?: boolean;
                readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
                readonly rising?: boolean;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_archive_api_evidence_watch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WatchOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_api_list_findings: {
        readonly parameters: {
            readonly query?: {
                readonly kind?: string | null;
                readonly state?: "open" | "reviewed" | "all";
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["FindingOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_api_get_finding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly finding_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FindingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_api_review_finding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly finding_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FindingReviewIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FindingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_list_firms: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly active?: boolean | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_FirmOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_add_firm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FirmIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FirmOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_get_firm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly firm_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FirmOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_change_firm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly firm_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FirmInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FirmOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_list_gates: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["GateOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_gate_api_add_gate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GateIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_change_gate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GateIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_list_passages: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PassageOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_add_passage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PassageIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PassageOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_list_passes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PassOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_visit_gate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gate_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_list_gateways: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["GatewayOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sensing_api_add_gateway: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GatewayIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayMade"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_list_refusals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RefusalOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sensing_api_renew_password: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gateway_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayMade"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_retire_gateway: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly gateway_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_api_get_inbox: {
        readonly parameters: {
            readonly query?: {
                readonly unread?: boolean;
                readonly before?: string | null;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["InboxOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_api_mark_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReadIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_api_get_standing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["InboxOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_notify_api_count_unread: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnreadOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_notify_api_mark_unread: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnreadOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_list_instruments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["InstrumentOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sensing_api_scanned_instrument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly instrument_code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InstrumentOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_instrument_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sensing_api_list_set_aside: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AsideOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sensing_api_instrument_words: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WordsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sensing_api_get_instrument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly instrument_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InstrumentOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_instrument_label: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly instrument_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LabelOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_isolations_api_list_isolations: {
        readonly parameters: {
            readonly query?: {
                readonly state?: ("standing" | "open" | "testing" | "restored" | "cancelled") | null;
                readonly area?: string | null;
                readonly permit?: string | null;
                readonly q?: string | null;
                readonly before?: string | null;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["IsolationLine"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_isolations_api_list_blinds: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["BlindRow"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_isolations_api_isolation_words: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IsolationWords"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_isolations_api_get_isolation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly isolation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IsolationOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_print_isolation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly isolation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_rulebook_jsa_api_get_jsa: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JsaOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_rulebook_jsa_api_add_jsa_row: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JsaRowIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JsaRowOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_rulebook_jsa_api_withdraw_jsa_row: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly row_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JsaRowOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_rulebook_jsa_api_choose_scale: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ScaleChoice"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JsaOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_keeping_api_list_due: {
        readonly parameters: {
            readonly query?: {
                readonly kind?: "" | "permit" | "isolation" | "scheme" | "outage" | "alarm";
                readonly only?: "" | "ready" | "kept";
                readonly page?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DueOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_keeping_api_list_erasures: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ErasureOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_keeping_api_list_holds: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["HoldOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_keeping_api_preview_erasure: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_keeping_api_keeping_rules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetentionOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_get_kiosk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WallBoard"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_get_kiosk_drawing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_open_kiosk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OpenIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Opened"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_list_terminals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["KioskOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_invite_terminal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["KioskIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KioskInvited"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_get_calendar: {
        readonly parameters: {
            readonly query: {
                readonly start: string;
                readonly end: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EndOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_get_catalogues: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["CatalogueOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_get_roster: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly firm_id?: string | null;
                readonly own_staff?: boolean | null;
                readonly unit_id?: string | null;
                readonly team?: string;
                readonly trade?: string;
                readonly post?: string;
                readonly status?: ("active" | "frozen" | "left") | null;
                readonly within_days?: number | null;
                readonly worst?: ("ended" | "soon" | "missing" | "barred") | null;
                readonly sort?: "name" | "code" | "ends" | "firm" | "trade";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_RosterRow_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_get_words: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LedgerWords"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_list_unsent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["UnsentOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_get_message: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly message_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrialMessage"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_list_messengers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["MessengerOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_put_messenger: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: "sms" | "wecom" | "dingtalk" | "mail";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MessengerIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessengerOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_try_messenger: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: "sms" | "wecom" | "dingtalk" | "mail";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrialMessage"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_outages_api_list_paper: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaperOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_outages_api_asked_about_sheets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PaperTask"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_outages_api_blocks_in_use: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["BlockRange"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_outages_api_find_sheet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly told: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SheetFound"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_outages_api_standing_outages: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StandingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_outages_api_outage_words: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OutageWords"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_signatures_api_my_passkeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PasskeyOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_signatures_api_add_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PasskeyIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_offer_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OfferIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OfferOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_revoke_passkey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly passkey_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_list_people: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly status?: ("active" | "frozen" | "left") | null;
                readonly firm_id?: string | null;
                readonly unit_id?: string | null;
                readonly trade?: string;
                readonly own_staff?: boolean | null;
                readonly certificate?: ("special_operation" | "special_equipment" | "guardian" | "gas_analyst" | "safety_manager") | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_PersonOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_add_person: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PersonIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_get_person: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_change_person: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PersonInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_activity_api_get_activity: {
        readonly parameters: {
            readonly query?: {
                readonly since?: string | null;
                readonly until?: string | null;
                readonly group?: ("asked" | "prepared" | "measured" | "signed" | "decided" | "present" | "rounds" | "work" | "alarms" | "refused") | null;
                readonly before?: string | null;
            };
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActivityOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_get_addresses: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Addresses"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_notify_outward_api_put_addresses: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Addresses"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Addresses"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_get_history: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ChangeOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_get_protected: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_put_protected: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProtectedIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_read_clear: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClearIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClearOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_list_views: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly person_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ViewOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_board: {
        readonly parameters: {
            readonly query?: {
                readonly state?: string | null;
                readonly type?: string | null;
                readonly level?: string | null;
                readonly area?: string | null;
                readonly unit?: string | null;
                readonly point?: string | null;
                readonly equipment?: string | null;
                readonly firm?: string | null;
                readonly person?: string | null;
                readonly order?: string | null;
                readonly since?: string | null;
                readonly until?: string | null;
                readonly clearance?: ("open" | "confirmed" | "none") | null;
                readonly q?: string | null;
                readonly archive?: string | null;
                readonly mine?: boolean;
                readonly sort?: "changed" | "from" | "to" | "left" | "number" | "type" | "state" | "place" | "responsible" | "guardian";
                readonly rising?: boolean;
                readonly after?: string | null;
                readonly before?: string | null;
                readonly page?: number;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Board"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_permit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Card"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_archive_api_permit_bundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_conflicts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_keep_contact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContactIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContactOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_permit_curve: {
        readonly parameters: {
            readonly query?: {
                readonly begin?: string | null;
                readonly end?: string | null;
            };
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CurveOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_print_form: {
        readonly parameters: {
            readonly query?: {
                readonly sheet?: number | null;
            };
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sensing_api_permit_instruments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["InstrumentOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_actuation_api_permit_interlocks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InterlocksOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_list_paper_entries: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EntryOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_list_permit_passes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["PermitPassOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_list_sheets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["SheetOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_timeline: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["TimelineRow"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_print_ventilation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_earlier_ventilation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly permit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EarlierSeries"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_my_pin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PinOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_signatures_api_choose_pin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PinOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_put_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlanIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_get_live_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SitePlan"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_list_points: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly area_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_PointOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_point: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PointIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PointOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_point_by_qr: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PointOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_print_signs: {
        readonly parameters: {
            readonly query?: {
                readonly point_id?: string | null;
                readonly area_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_get_point: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly point_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PointOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_change_point: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly point_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PointInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PointOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_actuation_api_point_effects: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly point_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EffectsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_list_posts: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly area_id?: string | null;
                readonly code?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_PostOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_add_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PostIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_get_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly post_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_change_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly post_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PostInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_proposal: {
        readonly parameters: {
            readonly query: {
                readonly template: string;
                readonly point: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_list_restrictions: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly person_id?: string | null;
                readonly counting?: boolean | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_RestrictionOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_add_restriction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RestrictionIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RestrictionOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_lift_restriction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly restriction_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RestrictionLift"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RestrictionOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_rulebook_api_get_rulebook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RulebookOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_rulebook_signing_api_get_signature_levels: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LevelsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_rulebook_signing_api_put_signature_levels: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LevelsIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LevelsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_scan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ScannedPermit"] | components["schemas"]["ScannedPoint"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_scans_api_read_scan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ScanIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ScanOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_schemes_api_list_schemes: {
        readonly parameters: {
            readonly query?: {
                readonly state?: ("draft" | "review" | "approved" | "withdrawn") | null;
                readonly standing?: boolean;
                readonly type?: string | null;
                readonly area?: string | null;
                readonly q?: string | null;
                readonly before?: string | null;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["SchemeLine"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_schemes_api_scheme_words: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchemeWords"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_schemes_api_get_scheme: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly scheme_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchemeOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_schemes_api_get_scheme_version: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly scheme_id: string;
                readonly n: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchemeVersionOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_printing_api_print_scheme: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly scheme_id: string;
                readonly n: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_search_api_search: {
        readonly parameters: {
            readonly query: {
                readonly q: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_api_list_security: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly account_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_SecurityOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_api_get_session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    readonly davy_insight_activity_api_get_own_activity: {
        readonly parameters: {
            readonly query?: {
                readonly since?: string | null;
                readonly until?: string | null;
                readonly group?: ("asked" | "prepared" | "measured" | "signed" | "decided" | "present" | "rounds" | "work" | "alarms" | "refused") | null;
                readonly before?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActivityOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_accounts_api_set_language: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LanguageIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_prove_pin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinProofIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PinProofOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_prove_password: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReauthIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReauthOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_get_evidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EvidenceOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_signatures_api_get_agreement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgreementOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_signatures_api_put_agreement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AgreementIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgreementOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_list_sites: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_SiteOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_site: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SiteIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_change_site: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SiteInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SiteOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_gate_api_list_inside: {
        readonly parameters: {
            readonly query?: {
                readonly area?: string | null;
            };
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InsideOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_weather: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WeatherOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_enter_weather: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WeatherIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WeatherOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_integrations_stations_api_get_station: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StationOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_integrations_stations_api_put_station: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["StationIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StationOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_api_get_statistics: {
        readonly parameters: {
            readonly query?: {
                readonly since?: string | null;
                readonly until?: string | null;
                readonly pick?: readonly string[];
                readonly by?: string;
                readonly also?: string | null;
            };
            readonly header?: never;
            readonly path: {
                readonly subject: "permits" | "alarms";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StatisticsOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_api_export_statistics: {
        readonly parameters: {
            readonly query?: {
                readonly since?: string | null;
                readonly until?: string | null;
                readonly pick?: readonly string[];
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly subject: "permits" | "alarms";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_api_list_statistics: {
        readonly parameters: {
            readonly query?: {
                readonly since?: string | null;
                readonly until?: string | null;
                readonly pick?: readonly string[];
                readonly page?: number;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly subject: "permits" | "alarms";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["StatisticsLine"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_permits_api_list_substances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly {
                        readonly [key: string]: string;
                    }[];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_sync_api_send_queue: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Request Entity Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_system: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SystemOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_permits_api_get_tasks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Task"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_permits_api_list_templates: {
        readonly parameters: {
            readonly query?: {
                readonly site?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["TemplateRow"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_permits_api_get_template: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TemplateOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_enrol_terminal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TerminalIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TerminalOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_forget_me: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly davy_sync_terminal_api_present_badge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PresentIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VisitOut"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sync_terminal_api_get_terminal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kiosk_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TerminalOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_list_trainings: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly person_id?: string | null;
                readonly subject?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_TrainingOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_add_training: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TrainingIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_ledger_api_change_training: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly training_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TrainingInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrainingOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_list_units: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly site_id?: string | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_UnitOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_add_unit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UnitIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_api_change_unit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly unit_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UnitInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_list_violations: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly person_id?: string | null;
                readonly counting?: boolean | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_ViolationOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_add_violation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ViolationIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViolationOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_people_api_lift_violation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly violation_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ViolationLift"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViolationOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_list_screens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ScreenOut"][];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_add_screen: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ScreenIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ScreenMade"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Unprocessable Entity */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"] | components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_revoke_screen: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly screen_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_insight_wall_api_get_wall: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WallBoard"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_list_orders: {
        readonly parameters: {
            readonly query?: {
                readonly page?: number;
                readonly size?: number;
                readonly q?: string;
                readonly open?: boolean | null;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Page_OrderOut_"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_add_order: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrderIn"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_get_order: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly work_order_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_planning_api_change_order: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly work_order_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrderInPatch"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_works_api_get_works: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorksOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
    readonly davy_sites_works_api_put_works: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly site_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WorksIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorksOut"];
                };
            };
            /** @description Not logged in */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description No role of this account may, or the anti-forgery token is wrong */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description There is no such thing, or it is somebody else's */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description Malformed */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Malformed"];
                };
            };
        };
    };
}

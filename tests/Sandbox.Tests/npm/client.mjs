// Calls the sandbox with Stripe's own client: node client.mjs ADDRESS CHARGE_ID ACCOUNT_ID, and on standard input
// one webhook as JSON: { body, signature, secret }.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Stripe from "stripe";

const [address, chargeId, accountId] = process.argv.slice(2);
const { hostname: host, port } = new URL(address);
const where = { host, port, protocol: "http" };
const webhook = JSON.parse(readFileSync(0, "utf8"));
const stripe = new Stripe("sk_test_official", { ...where, maxNetworkRetries: 0 });

const created = await stripe.checkout.sessions.create({
  mode: "payment",
  line_items: [{ price_data: { currency: "eur", unit_amount: 1500, product_data: { name: "Meals" } }, quantity: 2 }],
  success_url: "https://site.example/thanks",
  client_reference_id: "gift-9",
  metadata: { gift: "9" },
}, { idempotencyKey: "official-1" });
const session = await stripe.checkout.sessions.retrieve(created.id, { expand: ["line_items"] });
assert.equal(session.amount_total, 3000);
assert.equal(session.line_items.data[0].quantity, 2);
assert.equal(session.metadata.gift, "9");

const account = await stripe.accounts.create({
  country: "BE",
  controller: { stripe_dashboard: { type: "express" }, fees: { payer: "application" }, losses: { payments: "application" } },
  capabilities: { transfers: { requested: true } },
});
assert.equal((await stripe.accounts.retrieve(account.id)).capabilities.transfers, "inactive");
const link = await stripe.accountLinks.create({
  account: account.id, type: "account_onboarding", return_url: "https://site.example/a", refresh_url: "https://site.example/b",
});
assert.match(link.url, /\/setup\//);

const transfer = await stripe.transfers.create({ amount: 700, currency: "eur", destination: accountId, source_transaction: chargeId });
assert.equal((await stripe.transfers.retrieve(transfer.id)).destination, accountId);
assert.equal((await stripe.transfers.createReversal(transfer.id, { amount: 100 })).amount, 100);

const refund = await stripe.refunds.create({ charge: chargeId, amount: 300 });
assert.equal(refund.status, "succeeded");
const charge = await stripe.charges.retrieve(chargeId, { expand: ["balance_transaction"] });
assert.equal(charge.amount_refunded, 300);
assert.equal(charge.balance_transaction.type, "charge");

for (let i = 0; i < 23; i++) await stripe.customers.create({ name: `Giver ${i}` });
const names = new Set();
for await (const customer of stripe.customers.list({ limit: 5 })) names.add(customer.name);
assert.equal(names.size, 23);

await assert.rejects(
  stripe.refunds.create({ charge: chargeId, amount: 1_000_000 }),
  (error) => error instanceof Stripe.errors.StripeInvalidRequestError && error.param === "amount" && error.requestId.startsWith("req_"));
await assert.rejects(stripe.charges.retrieve("ch_none"), (error) => error.code === "resource_missing" && error.statusCode === 404);
await assert.rejects(new Stripe("sk_live_x", { ...where }).balance.retrieve(), Stripe.errors.StripeAuthenticationError);

const event = stripe.webhooks.constructEvent(webhook.body, webhook.signature, webhook.secret);
assert.equal(event.object, "event");
assert.throws(() => stripe.webhooks.constructEvent(webhook.body + " ", webhook.signature, webhook.secret), Stripe.errors.StripeSignatureVerificationError);

console.log("Stripe's own client is content.");

namespace Solidarity.StripeSandbox.Connect;

internal sealed partial class Account
{
    private AccountRequirements Wanted => Requirements
        ?? (DetailsSubmitted ? new() : AccountRequirements.Everything) with { DisabledReason = PayoutsEnabled ? null : "requirements.past_due" };

    public override JsonObject Render(View view) => new()
    {
        ["id"] = Id,
        ["object"] = "account",
        ["business_profile"] = new JsonObject { ["name"] = Name, ["product_description"] = ProductDescription, ["url"] = Url }
            .WithNulls("mcc minority_owned_business_designation support_address support_email support_phone support_url"),
        ["business_type"] = BusinessType,
        ["capabilities"] = Json.Of(Capabilities),
        ["charges_enabled"] = ChargesEnabled,
        ["controller"] = RenderController(),
        ["country"] = Country,
        ["created"] = Created,
        ["default_currency"] = DefaultCurrency,
        ["details_submitted"] = DetailsSubmitted,
        ["email"] = Email,
        ["external_accounts"] = Page.List($"/v1/accounts/{Id}/external_accounts", []),
        ["future_requirements"] = new AccountRequirements().Render(),
        ["metadata"] = Json.Of(Metadata),
        ["payouts_enabled"] = PayoutsEnabled,
        ["requirements"] = Wanted.Render(),
        ["settings"] = Settings(),
        ["tos_acceptance"] = new JsonObject { ["date"] = DetailsSubmitted ? Created : null },
        ["type"] = Type,
    };

    private JsonObject RenderController() => IsPlatform ? new JsonObject { ["type"] = "account" } : new JsonObject
    {
        ["fees"] = new JsonObject { ["payer"] = Controller.FeesPayer },
        ["is_controller"] = true,
        ["losses"] = new JsonObject { ["payments"] = Controller.LossesPayments },
        ["requirement_collection"] = Controller.RequirementCollection,
        ["stripe_dashboard"] = new JsonObject { ["type"] = Controller.Dashboard },
        ["type"] = "application",
    };

    private JsonObject Settings() => new()
    {
        ["branding"] = new JsonObject().WithNulls("icon logo primary_color secondary_color"),
        ["card_payments"] = new JsonObject { ["decline_on"] = new JsonObject { ["avs_failure"] = false, ["cvc_failure"] = false } }
            .WithNulls("statement_descriptor_prefix statement_descriptor_prefix_kana statement_descriptor_prefix_kanji"),
        ["dashboard"] = new JsonObject { ["display_name"] = Name, ["timezone"] = "Europe/Brussels" },
        ["payments"] = new JsonObject().WithNulls(
            "statement_descriptor statement_descriptor_kana statement_descriptor_kanji statement_descriptor_prefix_kana statement_descriptor_prefix_kanji"),
        ["payouts"] = new JsonObject
        {
            ["debit_negative_balances"] = true,
            ["schedule"] = new JsonObject { ["delay_days"] = 7, ["interval"] = "daily" },
            ["statement_descriptor"] = null,
        },
        ["sepa_debit_payments"] = new JsonObject(),
    };
}

namespace Solidarity.Domain.People;

/// <summary>What somebody may do. Pages ask for one; <see cref="Rights"/> says who has it.</summary>
public enum Right
{
    /// <summary>One's own account, gifts and mails, and beginning an organisation. Everybody who is signed in.</summary>
    UseAccount,

    /// <summary>Look into an organisation's workspace.</summary>
    SeeWorkspace,

    /// <summary>Drafts: stories, updates, questions, needs, pictures.</summary>
    WriteWords,

    /// <summary>Show drafts to the world, or give them to a moderator.</summary>
    PublishWords,

    /// <summary>Open campaigns, change their words, end them.</summary>
    ManageCampaigns,

    /// <summary>See who gave, as far as givers let themselves be seen.</summary>
    SeeGifts,

    /// <summary>Write to givers.</summary>
    ThankGivers,

    /// <summary>A restaurant's kitchen and counter: plan deliveries, say that they came, serve vouchers.</summary>
    ServeMeals,

    /// <summary>Have a restaurant take part in meals programmes: apply, say how much it cooks and when, pause.</summary>
    TakePart,

    /// <summary>Balances, transfers, payouts.</summary>
    SeeMoney,

    /// <summary>Say where the money goes: the account at Stripe.</summary>
    MoveMoney,

    /// <summary>The organisation's own data, its people and their roles.</summary>
    ManageTeam,

    /// <summary>Review projects, handle reports, suspend and reinstate.</summary>
    Moderate,

    /// <summary>People, settings, messages and jobs of the whole platform.</summary>
    Administer,
}

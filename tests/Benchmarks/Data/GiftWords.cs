namespace Solidarity.Benchmarks.Data;

/// <summary>What invented givers are called and write on the wall.</summary>
internal static class GiftWords
{
    public static readonly string[] Languages = ["fr", "fr", "nl", "en", "it", "de"];

    public static readonly string[] Names =
    [
        "Colette", "Jeroen", "Amina", "Bernard Dubois", "Heike", "Lucie", "Ann Peeters", "Giulia", "Tom", "Les voisins du 4e", "Familie Janssens", "Samira", "Paul V.", "Zoë", "Marco",
    ];

    public static readonly string[] Words =
    [
        "Merci pour ce que vous faites.", "Bon courage à toute l’équipe !", "Voor de nachtploeg.", "For Maria, who never took a break.", "Danke, dass es euch gibt.",
        "Coraggio, siamo con voi.", "De la part de la classe de 5B,\nqui a vendu des gaufres.", "Smakelijk!", "In memory of my father, who would have liked this.", "Un petit geste, mais de bon cœur.",
    ];
}

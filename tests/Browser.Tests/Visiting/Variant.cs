using Solidarity.Domain;

namespace Solidarity.Browser.Tests.Visiting;

public enum Script { On, Off }

public enum Device { Phone, Desktop }

/// <summary>How somebody comes: every journey must work in all four ways, and each is in a language of its own.</summary>
public sealed record Variant(Script Script, Device Device, string Language)
{
    public Variant(Script script, Device device) : this(script, device, (script, device) switch
    {
        (Script.On, Device.Phone) => "fr",
        (Script.On, Device.Desktop) => "nl",
        (Script.Off, Device.Phone) => "it",
        _ => "de",
    })
    {
    }

    /// <summary>What the browser asks for.</summary>
    public string Locale { get; init; } = Languages.CultureOf(Language).Name;

    public bool HasTouch => Device == Device.Phone;

    public (int Width, int Height) Size => Device == Device.Phone ? (360, 740) : (1280, 800);

    public override string ToString() => $"{Device}, script {Script}, {Language}";
}

/// <summary>{JavaScript on, off} x {phone, desktop}.</summary>
public sealed class EveryVariant : TheoryData<Script, Device>
{
    public EveryVariant()
    {
        foreach (var script in Enum.GetValues<Script>())
        {
            foreach (var device in Enum.GetValues<Device>())
                Add(script, device);
        }
    }
}

namespace Solidarity.Domain.Pictures;

/// <summary>The files of pictures, wherever they lie.</summary>
public interface IPictureFiles
{
    /// <summary>Drops the files of a picture whose row is gone; where they are gone already, nothing happens.</summary>
    /// <param name="token">As it was in that row.</param>
    void Forget(string token);

    /// <summary>Tokens of the pictures whose files were kept before that moment.</summary>
    IEnumerable<string> KeptBefore(DateTimeOffset moment);
}

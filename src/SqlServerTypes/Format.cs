namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is stored. The numbers are those of Microsoft.SqlServer.Server 1.0.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

namespace Microsoft.SqlServer.Server;

/// <summary>A type that claims to be a user-defined type of SQL Server, and is not fit to be one.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

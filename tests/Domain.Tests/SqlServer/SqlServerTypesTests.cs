using System.Data;
using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Solidarity.Domain.Tests.SqlServer;

/// <summary>
/// SqlClient asks the runtime for Microsoft.SqlServer.Server when it first infers a parameter's type (adding the parameter is
/// not enough): without src/SqlServerTypes that is a FileNotFoundException.
/// </summary>
public class SqlServerTypesTests
{
    [Fact]
    public void A_parameter_finds_its_type_and_our_assembly_is_what_SqlClient_loads()
    {
        using var command = new SqlCommand();

        var parameter = command.Parameters.AddWithValue("@a", 1);

        Assert.Equal(SqlDbType.Int, parameter.SqlDbType);
        var loaded = Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == "Microsoft.SqlServer.Server");
        Assert.Equal(new Version(1, 0, 0, 0), loaded.GetName().Version);
        Assert.Equal("The Solidarity contributors", loaded.GetCustomAttribute<AssemblyCopyrightAttribute>()?.Copyright);
        Assert.Equal(
            ["Format", "IBinarySerialize", "InvalidUdtException", "SqlUserDefinedTypeAttribute"],
            loaded.GetExportedTypes().Select(type => type.Name).Order());
    }
}

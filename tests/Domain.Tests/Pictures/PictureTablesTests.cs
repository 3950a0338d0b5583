using System.Runtime.CompilerServices;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Pictures;

namespace Solidarity.Domain.Tests.Pictures;

public class PictureTablesTests : DatabaseTest
{
    private readonly Organisation organisation = Seed.Organisation();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SaveAsync(organisation, Picture("one"));
    }

    [Theory]
    [InlineData("Width", "0")]
    [InlineData("Height", "0")]
    [InlineData("Bytes", "0")]
    [InlineData("Alt", "''")]
    [InlineData("Token", "NULL")]
    public async Task The_database_refuses_a_value_that_makes_no_sense(string column, string value) =>
        await RefusesAsync(FormattableStringFactory.Create($"UPDATE \"Pictures\" SET \"{column}\" = {value}"));

    [Fact]
    public async Task No_two_pictures_share_a_token() => await RefusesAsync(Picture("one"));

    [Fact]
    public async Task An_organisation_with_pictures_stays() => await RefusesAsync($"""DELETE FROM "Organisations" """);

    private Picture Picture(string token) => new()
    {
        Id = Guid.CreateVersion7(),
        Token = token,
        OrganisationId = organisation.Id,
        UploadedById = Guid.CreateVersion7(),
        Alt = "A meal",
        Width = 320,
        Height = 240,
        Bytes = 1000,
        Widths = "320",
        CreatedAt = FakeClock.Noon,
    };
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Solidarity.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Meals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Transfers_DonationId_CampaignId",
                table: "Transfers");

            migrationBuilder.AddColumn<Guid>(
                name: "AfterReversalId",
                table: "Transfers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Because",
                table: "Transfers",
                type: "TEXT",
                unicode: false,
                maxLength: 50,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Meals",
                table: "Transfers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "OrderedById",
                table: "RefundOrders",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "MealProgrammes",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    DeliverBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WeeksAhead = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleAppliedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealProgrammes", x => x.CampaignId);
                    table.CheckConstraint("CK_MealProgramme_Positive", "\"UnitMinor\" > 0 AND \"WeeksAhead\" > 0");
                    table.CheckConstraint("CK_MealProgramme_Rule", "\"Rule\" IN ('AnotherPartner', 'AnotherSite', 'Refund')");
                    table.ForeignKey(
                        name: "FK_MealProgrammes_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareSites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Ward = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContactEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ContactPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareSites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareSites_MealProgrammes_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MealProgrammes",
                        principalColumn: "CampaignId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealPartners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    Allergens = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Per = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", unicode: false, maxLength: 32, nullable: false),
                    AppliedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealPartners", x => x.Id);
                    table.CheckConstraint("CK_MealPartner_Capacity", "\"Capacity\" > 0");
                    table.CheckConstraint("CK_MealPartner_Per", "\"Per\" IN ('Day', 'Week')");
                    table.CheckConstraint("CK_MealPartner_Status", "\"Status\" IN ('Applied', 'Accepted', 'Refused', 'Paused')");
                    table.ForeignKey(
                        name: "FK_MealPartners_MealProgrammes_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MealProgrammes",
                        principalColumn: "CampaignId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealPartners_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealCounts",
                columns: table => new
                {
                    MealPartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Funded = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Delivered = table.Column<int>(type: "INTEGER", nullable: false),
                    Confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    Redeemed = table.Column<int>(type: "INTEGER", nullable: false),
                    Refunded = table.Column<int>(type: "INTEGER", nullable: false),
                    OnTheirWay = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealCounts", x => new { x.MealPartnerId, x.CareSiteId });
                    table.CheckConstraint("CK_MealCount_NotNegative", "\"Funded\" >= 0 AND \"Accepted\" >= 0 AND \"Delivered\" >= 0 AND \"Confirmed\" >= 0 AND \"Redeemed\" >= 0 AND \"Refunded\" >= 0 AND \"OnTheirWay\" >= 0");
                    table.ForeignKey(
                        name: "FK_MealCounts_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealCounts_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Token = table.Column<string>(type: "TEXT", unicode: false, maxLength: 27, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    PlannedAt = table.Column<string>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<string>(type: "TEXT", nullable: true),
                    DeliveredAt = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<string>(type: "TEXT", nullable: true),
                    Arrived = table.Column<int>(type: "INTEGER", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SettledAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealDeliveries", x => x.Id);
                    table.CheckConstraint("CK_MealDelivery_Count", "\"Count\" > 0");
                    table.CheckConstraint("CK_MealDelivery_Status", "\"Status\" IN ('Planned', 'Left', 'Delivered', 'Confirmed', 'Shortage', 'CalledOff')");
                    table.ForeignKey(
                        name: "FK_MealDeliveries_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealDeliveries_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealSlots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealSlots", x => x.Id);
                    table.CheckConstraint("CK_MealSlot_Taken", "\"Taken\" >= 0");
                    table.ForeignKey(
                        name: "FK_MealSlots_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DonationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SlotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealOrders", x => x.Id);
                    table.CheckConstraint("CK_MealOrder_Positive", "\"Count\" > 0 AND \"UnitMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_MealOrders_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealOrders_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealOrders_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealOrders_MealSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "MealSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MealVouchers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DonationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MealPartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CareSiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SlotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaidAt = table.Column<string>(type: "TEXT", nullable: false),
                    TransferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShortAt = table.Column<string>(type: "TEXT", nullable: true),
                    RefundOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MealVouchers", x => x.Id);
                    table.CheckConstraint("CK_MealVoucher_Status", "\"Status\" IN ('Funded', 'Accepted', 'Delivered', 'Confirmed', 'Redeemed', 'Refunded')");
                    table.ForeignKey(
                        name: "FK_MealVouchers_CareSites_CareSiteId",
                        column: x => x.CareSiteId,
                        principalTable: "CareSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_Donations_DonationId",
                        column: x => x.DonationId,
                        principalTable: "Donations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "MealDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "MealOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealPartners_MealPartnerId",
                        column: x => x.MealPartnerId,
                        principalTable: "MealPartners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_MealSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "MealSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_RefundOrders_RefundOrderId",
                        column: x => x.RefundOrderId,
                        principalTable: "RefundOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MealVouchers_Transfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherMoves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VoucherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherMoves", x => x.Id);
                    table.CheckConstraint("CK_VoucherMove_From", "\"From\" IN ('Funded', 'Accepted', 'Delivered', 'Confirmed', 'Redeemed', 'Refunded')");
                    table.CheckConstraint("CK_VoucherMove_To", "\"To\" IN ('Funded', 'Accepted', 'Delivered', 'Confirmed', 'Redeemed', 'Refunded')");
                    table.ForeignKey(
                        name: "FK_VoucherMoves_MealVouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "MealVouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_AfterReversalId",
                table: "Transfers",
                column: "AfterReversalId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_DonationId_CampaignId_PartnerId_Because",
                table: "Transfers",
                columns: new[] { "DonationId", "CampaignId", "PartnerId", "Because" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CareSites_CampaignId",
                table: "CareSites",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_MealCounts_CareSiteId",
                table: "MealCounts",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_CareSiteId",
                table: "MealDeliveries",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_MealPartnerId_Number",
                table: "MealDeliveries",
                columns: new[] { "MealPartnerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_MealPartnerId_Status_Day",
                table: "MealDeliveries",
                columns: new[] { "MealPartnerId", "Status", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_MealDeliveries_Token",
                table: "MealDeliveries",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_CareSiteId",
                table: "MealOrders",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_DonationId",
                table: "MealOrders",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_MealPartnerId",
                table: "MealOrders",
                column: "MealPartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MealOrders_SlotId",
                table: "MealOrders",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_MealPartners_CampaignId_PartnerId",
                table: "MealPartners",
                columns: new[] { "CampaignId", "PartnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealPartners_PartnerId",
                table: "MealPartners",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MealSlots_MealPartnerId_Starts",
                table: "MealSlots",
                columns: new[] { "MealPartnerId", "Starts" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_CareSiteId",
                table: "MealVouchers",
                column: "CareSiteId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_Code",
                table: "MealVouchers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_DeliveryId",
                table: "MealVouchers",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_DonationId",
                table: "MealVouchers",
                column: "DonationId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_MealPartnerId_Status_CareSiteId_PaidAt",
                table: "MealVouchers",
                columns: new[] { "MealPartnerId", "Status", "CareSiteId", "PaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_OrderId",
                table: "MealVouchers",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_RefundOrderId",
                table: "MealVouchers",
                column: "RefundOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_SlotId",
                table: "MealVouchers",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_MealVouchers_TransferId",
                table: "MealVouchers",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_VoucherMoves_VoucherId",
                table: "VoucherMoves",
                column: "VoucherId");

            migrationBuilder.AddForeignKey(
                name: "FK_Transfers_TransferReversals_AfterReversalId",
                table: "Transfers",
                column: "AfterReversalId",
                principalTable: "TransferReversals",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Transfers_TransferReversals_AfterReversalId",
                table: "Transfers");

            migrationBuilder.DropTable(
                name: "MealCounts");

            migrationBuilder.DropTable(
                name: "VoucherMoves");

            migrationBuilder.DropTable(
                name: "MealVouchers");

            migrationBuilder.DropTable(
                name: "MealDeliveries");

            migrationBuilder.DropTable(
                name: "MealOrders");

            migrationBuilder.DropTable(
                name: "CareSites");

            migrationBuilder.DropTable(
                name: "MealSlots");

            migrationBuilder.DropTable(
                name: "MealPartners");

            migrationBuilder.DropTable(
                name: "MealProgrammes");

            migrationBuilder.DropIndex(
                name: "IX_Transfers_AfterReversalId",
                table: "Transfers");

            migrationBuilder.DropIndex(
                name: "IX_Transfers_DonationId_CampaignId_PartnerId_Because",
                table: "Transfers");

            migrationBuilder.DropColumn(
                name: "AfterReversalId",
                table: "Transfers");

            migrationBuilder.DropColumn(
                name: "Because",
                table: "Transfers");

            migrationBuilder.DropColumn(
                name: "Meals",
                table: "Transfers");

            migrationBuilder.AlterColumn<Guid>(
                name: "OrderedById",
                table: "RefundOrders",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_DonationId_CampaignId",
                table: "Transfers",
                columns: new[] { "DonationId", "CampaignId" },
                unique: true);
        }
    }
}

using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL: ASCII addresses, whose small letters are the same everywhere

namespace Solidarity.Domain.Mails;

public static class ForgetMails
{
    /// <summary>That anything was mailed to an address.</summary>
    /// <param name="key">As <see cref="EmailAddress.ToKey"/> writes it.</param>
    public static Task<int> ForgetMailsAsync(this SolidarityDb db, string key, CancellationToken cancel) =>
        db.MailRecords.Where(m => m.To.ToLower() == key).ExecuteDeleteAsync(cancel);

    /// <summary>A name in the subjects of those mails to others.</summary>
    public static Task<int> ForgetInSubjectsAsync(this IQueryable<MailRecord> mails, string name, CancellationToken cancel) =>
        mails.Where(m => m.Subject.Contains(name)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Subject, ""), cancel);
}
